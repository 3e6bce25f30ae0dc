"""Writes the table of MAVLink messages that Skylark reads and writes, from the XML that comes with pymavlink.

    python messages.py > src/main/resources/skylark/telemetry/mavlink/messages.txt

A line is: id, name, CRC_EXTRA, then the fields in the order of the wire as type:name; "+" begins the extensions.
"""

import contextlib
import pathlib
import sys

import pymavlink
from pymavlink.generator import mavparse

NAMES = """HEARTBEAT SYS_STATUS GPS_RAW_INT GLOBAL_POSITION_INT MISSION_CURRENT MISSION_REQUEST_LIST MISSION_COUNT
MISSION_ITEM_REACHED MISSION_ACK NAV_CONTROLLER_OUTPUT RC_CHANNELS VFR_HUD COMMAND_INT COMMAND_LONG COMMAND_ACK
RADIO_STATUS BATTERY_STATUS WIND RPM WIND_COV HOME_POSITION EXTENDED_SYS_STATE STATUSTEXT WINCH_STATUS
ESC_TELEMETRY_1_TO_4 ESC_TELEMETRY_5_TO_8 ESC_TELEMETRY_9_TO_12""".split()


def main():
    folder = pathlib.Path(pymavlink.__file__).parent / "dialects" / "v20"
    found = {}
    files, seen = [folder / "ardupilotmega.xml"], set()
    while files:
        file = files.pop()
        if file in seen:
            continue
        seen.add(file)
        with contextlib.redirect_stdout(sys.stderr):  # it warns there of enumerations that are none of ours
            xml = mavparse.MAVXML(str(file), "2.0")
        files += [folder / include for include in xml.include]
        found.update({m.name: m for m in xml.message if m.name in NAMES})
    print("# Made by telemetry/messages.py from the XML of MAVLink's dialects common and ardupilotmega.")
    for m in sorted(found.values(), key=lambda m: m.id):
        fields = []
        for i, f in enumerate(m.ordered_fields):
            if i == m.extensions_start:
                fields.append("+")
            size = f"[{f.array_length}]" if f.array_length else ""
            fields.append(f"{f.type}{size}:{f.name}")
        print(m.id, m.name, m.crc_extra, *fields)
    assert set(found) == set(NAMES), set(NAMES) - set(found)


main()
