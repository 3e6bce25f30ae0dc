"""Small scatter plots as SVG."""
from xml.sax.saxutils import escape

SIDE, MARGIN = 260, 44


def scatter(costs, gain, rows):
    """One square for each cost (label, key), the gain (label, key) upwards, a named dot for each row."""
    squares = [f'<g transform="translate({i * (SIDE + 2 * MARGIN) + MARGIN},{MARGIN})">{_square(cost, gain, rows)}</g>' for i, cost in enumerate(costs)]
    width, height = len(costs) * (SIDE + 2 * MARGIN), SIDE + 2 * MARGIN
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif" font-size="11">{"".join(squares)}</svg>\n'


def _square(cost, gain, rows):
    x_label, x_key = cost
    y_label, y_key = gain
    x_most = max(row[x_key] for row in rows.values()) * 1.15
    low, high = min(row[y_key] for row in rows.values()), max(row[y_key] for row in rows.values())
    room = max(high - low, 0.002) * 0.2
    low, high = low - room, high + room
    parts = [f'<rect width="{SIDE}" height="{SIDE}" fill="none" stroke="#888"/>',
             f'<text x="{SIDE / 2}" y="{SIDE + 30}" text-anchor="middle">{escape(x_label)}</text>',
             f'<text x="0" y="-8">{escape(y_label)}</text>',
             f'<text x="{SIDE}" y="{SIDE + 14}" text-anchor="end">{x_most:.2f}</text>', f'<text x="0" y="{SIDE + 14}">0</text>',
             f'<text x="-4" y="{SIDE}" text-anchor="end">{low:.3f}</text>', f'<text x="-4" y="10" text-anchor="end">{high:.3f}</text>']
    for name, row in rows.items():
        x, y = row[x_key] / x_most * SIDE, SIDE - (row[y_key] - low) / (high - low) * SIDE
        anchor, shift = ("end", -6) if x > SIDE * 0.6 else ("start", 6)
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="#06c"/><text x="{x + shift:.1f}" y="{y - 5:.1f}" text-anchor="{anchor}">{escape(name)}</text>')
    return "".join(parts)
