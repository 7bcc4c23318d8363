"""Makes a token that holds every permission, as an administrator does, and prints it. Usage: make_token.py BASE DATA"""

import re
import sys

from web import Web

web = Web(sys.argv[1], sys.argv[2]).sign_in("administrator@ou.example")
organization = web.get("/").url.split("/o/")[1].split("/")[0]
path = f"/o/{organization}/tokens/create"
form = web.get(path).text
fields = {
    "purpose": "everything", "days": "1", "permissions": re.findall(r'name="permissions" value="([^"]+)"', form),
    "_token": web.hidden("_token", form),
}
shown = web.post(path, {**fields, "_step": "prepare"}).text
result = web.post(
    path, {**fields, "_step": "perform", "_stamp": web.hidden("_stamp", shown), "_request": web.hidden("_request", shown)})
print(re.search(r"[0-9a-f-]{36}\.[A-Za-z0-9_-]{43}", result.text).group(0))
