"""Reads what a publication exchanges with a library of others, and says what it found there, a line of JSON a table.

Usage: read_sdmx.py FOLDER    with structure.xml and the files of data. A structure that its schema does not allow is an error.
"""

import json
import sys
from pathlib import Path

from pysdmx.io import get_datasets, read_sdmx
from pysdmx.model import Role

# Figures that a withheld row must not have.
VALUES = {
    "INDICATOR": ["VALUE", "VALUE_YTD", "PREVIOUS", "PREVIOUS_YTD", "GROWTH_PCT", "GROWTH_YTD_PCT", "SHARE_PCT", "PULL_POINTS"],
    "PLAN_PROGRESS": ["ACTUAL", "COMPLETION_PCT", "GAP_POINTS"],
}

folder = Path(sys.argv[1])
structure = folder / "structure.xml"
message = read_sdmx(structure, validate=True)

for flow in message.get_dataflows():
    (data_set,) = get_datasets(folder / f"{flow.id.lower()}.csv", structure)
    components = data_set.structure.components
    unknown = {
        component.id: sorted(set(data_set.data[component.id].dropna()) - {code.id for code in component.enumeration})
        for component in components
        if component.enumeration is not None
    }
    withheld = data_set.data[data_set.data["CONF_STATUS"] == "C"]
    print(
        json.dumps(
            {
                "flow": flow.id,
                "rows": len(data_set.data),
                "measures": sum(component.role is Role.MEASURE for component in components),
                "withheld": len(withheld),
                "coded": sorted(unknown),
                "told_of_withheld": int(withheld[VALUES[flow.id]].count().sum()),
                "unknown": sum(map(len, unknown.values())),
                "total": {
                    column: float(data_set.data[column].sum())
                    for column in ("VALUE_YTD", "TARGET_VALUE")
                    if column in data_set.data
                },
            }
        )
    )
