"""Reads MAVLink frames, a line of hexadecimal digits each, writes what they say; then writes frames of its own.

    python interop.py KEY_HEX < frames > lines

For each frame read: NAME {fields as JSON}, of signed ones only if the signature is right. Then, after a line "--", for
every message named on the command line behind the key: a frame in hexadecimal digits, and its fields.
"""
import json
import math
import os
import sys

os.environ["MAVLINK20"] = "1"
from pymavlink.dialects.v20 import ardupilotmega as mavlink  # noqa: E402


class Nowhere:
    def write(self, data):
        pass


def fields(message):
    shown = message.to_dict()
    shown.pop("mavpackettype")
    return {k: str(v) if isinstance(v, float) and not math.isfinite(v) else v for k, v in shown.items()}


def main():
    key = bytes.fromhex(sys.argv[1])
    names = sys.argv[2:]
    reader = mavlink.MAVLink(Nowhere(), srcSystem=255, srcComponent=190)
    if key:
        reader.signing.secret_key = key
        reader.signing.timestamp = 1
    reader.robust_parsing = True
    for line in sys.stdin:
        for message in reader.parse_buffer(bytes.fromhex(line.strip())) or []:
            print(message.get_type(), json.dumps(fields(message), default=str))
    print("--")
    writer = mavlink.MAVLink(Nowhere(), srcSystem=1, srcComponent=1)
    if key:
        writer.signing.secret_key = key
        writer.signing.timestamp = int((__import__("time").time() - 1420070400) * 1e5)
        writer.signing.link_id = 3
        writer.signing.sign_outgoing = True
    classes = {kind.msgname: kind for kind in mavlink.mavlink_map.values()}
    for name in names:
        kind = classes[name]
        arguments = {}
        for i, field in enumerate(kind.fieldnames):
            type_name = kind.fieldtypes[i]
            length = kind.array_lengths[kind.ordered_fieldnames.index(field)]
            if type_name == "char":
                arguments[field] = b"seven"
            elif length:
                arguments[field] = [i + 1] * length
            elif type_name in ("float", "double"):
                arguments[field] = i + 0.5
            else:
                arguments[field] = i + 1
        message = kind(**arguments)
        frame = message.pack(writer)
        print(bytes(frame).hex(), name, json.dumps(fields(message), default=lambda v: v.decode() if isinstance(v, bytes) else str(v)))


main()
