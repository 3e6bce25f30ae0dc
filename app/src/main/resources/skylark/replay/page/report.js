(() => {
  const filter = document.querySelector(".filter");
  const rows = [...document.querySelectorAll("table.turns tbody tr")];
  const buttons = [...filter.querySelectorAll("button")];
  const matching = kind => rows.filter(row => !kind || row.classList.contains(kind));
  const show = kind => {
    const shown = new Set(matching(kind));
    rows.forEach(row => { row.hidden = !shown.has(row); });
    buttons.forEach(button => button.setAttribute("aria-pressed", button.dataset.show === kind));
  };
  buttons.forEach(button => {
    const kind = button.dataset.show;
    const count = kind ? matching(kind).length : rows.filter(row => row.id).length;
    button.textContent += " " + count;
    button.disabled = count === 0;
    button.addEventListener("click", () => show(kind));
  });
  filter.hidden = false;
  show("");

  const voice = new Audio();
  document.addEventListener("click", event => {
    const link = event.target.closest("a.play");
    if (!link) return;
    event.preventDefault();
    voice.src = link.href;
    voice.play().catch(() => { location.href = link.href; });
  });
})();
