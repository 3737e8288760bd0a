"""Gives a running Superset the published tables and the dashboard of assets/, anew each time, and asks each chart for its data.

Usage: set_up.py ADDRESS PASSWORD_FILE PUBLISHED VIEWS    called by jobs/bi/superset.
"""

import io
import json
import sys
import zipfile
from pathlib import Path

import prison
import requests
import yaml

address, password, published, views = sys.argv[1], Path(sys.argv[2]).read_text().strip(), Path(sys.argv[3]), sys.argv[4]
assets = Path(__file__).parent / "assets"


class Superset:
    def __init__(self):
        self.session = requests.Session()
        login = {"username": "admin", "password": password, "provider": "db", "refresh": False}
        token = self.call("POST", "security/login", json=login)["access_token"]
        self.session.headers["Authorization"] = f"Bearer {token}"
        self.session.headers["X-CSRFToken"] = self.call("GET", "security/csrf_token/")["result"]
        self.session.headers["Referer"] = address

    def call(self, method, path, **content):
        answer = self.session.request(method, f"{address}/api/v1/{path}", timeout=120, **content)
        if not answer.ok:
            is_said = answer.headers.get("content-type", "").startswith("application/json")
            reason = json.dumps(answer.json(), ensure_ascii=False) if is_said else "its log says why"
            sys.exit(f"Superset refused {method} {path} with {answer.status_code}: {reason}")
        return answer.json()

    def number(self, kind, uuid):
        """The number of an asset: what the rest of the interface calls it by."""
        found = self.call("GET", f"{kind}/?q=" + prison.dumps({"columns": ["id", "uuid"], "page_size": 1000}))["result"]
        return next(each["id"] for each in found if each["uuid"] == uuid)


def filled_in(file):
    """An asset as Superset imports it."""
    asset = yaml.safe_load(file.read_text(encoding="utf-8"))
    if file.parent.name == "databases":
        asset["sqlalchemy_uri"] = asset["sqlalchemy_uri"].replace("$VIEWS", views)
    if file.parent.name == "dashboards":
        notice = json.loads((published / "current/publication.json").read_text(encoding="utf-8")).get("notice") or {}
        text = asset["position"]["MARKDOWN-notice"]["meta"]
        text["code"] = text["code"].replace("$NOTICE", notice.get("zh", ""))
    if file.parent.name == "charts":
        # Superset keeps the question beside the chart, and writes it when a chart is saved by hand.
        asset["query_context"] = json.dumps(question(asset["params"]), ensure_ascii=False)
    return asset


def question(params):
    columns = params["all_columns"] if params["viz_type"] == "table" else [params["x_axis"]]
    return {
        "datasource": {"id": 0, "type": "table"},
        "force": False,
        "queries": [{"columns": columns, "metrics": params.get("metrics", []), "row_limit": params["row_limit"]}],
        "form_data": params,
        "result_format": "json",
        "result_type": "full",
    }


def bundle(files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for file, asset in files.items():
            archive.writestr(f"jindu/{file.relative_to(assets)}", yaml.safe_dump(asset, allow_unicode=True))
    return packed.getvalue()


superset = Superset()
files = {file: filled_in(file) for file in sorted(assets.rglob("*.yaml"))}
superset.call("POST", "assets/import/", files={"bundle": ("jindu.zip", bundle(files), "application/zip")})


def uuids(kind):
    return [asset["uuid"] for file, asset in files.items() if file.parent.name == kind]


(database,) = [superset.number("database", uuid) for uuid in uuids("databases")]
tables = superset.call("GET", f"database/{database}/tables/?q=" + prison.dumps({"schema_name": "main"}))["result"]
print(f"{len(tables)} tables: {', '.join(sorted(table['value'] for table in tables))}")

for uuid in uuids("datasets"):
    superset.call("PUT", f"dataset/{superset.number('dataset', uuid)}/refresh")

for file, asset in files.items():
    if file.parent.name == "charts":
        chart = superset.number("chart", asset["uuid"])
        (answer,) = superset.call("GET", f"chart/{chart}/data/")["result"]
        if not answer["rowcount"]:
            sys.exit(f"The chart {asset['slice_name']} has no data: look at its question in {file}.")
        print(f"{asset['slice_name']}: {answer['rowcount']} rows, e.g. {json.dumps(answer['data'][0], ensure_ascii=False)}")
