"""Large, slow and forged requests. Usage: attacks.py BASE DATA PID"""

import os
import re
import socket
import sys
import time

from web import Web

base, data, server = sys.argv[1], sys.argv[2], int(sys.argv[3])
port = int(base.rsplit(":", 1)[1])
faults = 0


def judge(what, holds, detail=""):
    global faults
    print("ok    " if holds else "FAULT ", what, detail)
    faults += 0 if holds else 1


def memory():
    with open(f"/proc/{server}/status") as file:
        return int(re.search(r"VmRSS:\s+(\d+)", file.read()).group(1)) // 1024


web = Web(base, data).sign_in("administrator@ou.example")
organization = web.get("/").url.split("/o/")[1].split("/")[0]
path = f"/o/{organization}/invitations/import"
token = web.hidden("_token", web.get(path).text)


def upload(size, chunked):
    """Sends a file of a size in pieces, and returns the first line of the answer."""
    connection = socket.create_connection(("localhost", port))
    connection.settimeout(60)
    length = "Transfer-Encoding: chunked" if chunked else f"Content-Length: {size}"
    connection.sendall(
        f"POST {path} HTTP/1.1\r\nHost: localhost\r\nOrigin: {base}\r\nCookie: {web.cookies}\r\n"
        f"Content-Type: multipart/form-data; boundary=B\r\n{length}\r\n\r\n".encode())
    pieces = [b'--B\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n']
    block = b"a,b\r\n" * 13_107
    pieces += [block] * (size // len(block))
    try:
        for piece in pieces:
            connection.sendall(b"%x\r\n%b\r\n" % (len(piece), piece) if chunked else piece)
        if chunked:
            connection.sendall(b"0\r\n\r\n")
    except OSError:
        pass
    try:
        return connection.recv(300).split(b"\r\n")[0].decode()
    except OSError as error:
        return str(error)
    finally:
        connection.close()


before = memory()
for chunked in [False, True]:
    answer = upload(1 << 30, chunked)
    judge(f"a file of 1 GB is refused ({'in chunks' if chunked else 'with its length'})", " 413 " in answer, answer)
judge("the memory does not grow with the file", memory() - before < 50, f"{before} MB before, {memory()} MB after")
kept = os.listdir(f"{data}/server/uploads") if os.path.exists(f"{data}/server/uploads") else []
size = sum(os.path.getsize(f"{data}/server/uploads/{name}") for name in kept)
judge("nothing of the refused files stays", size < 1 << 20, f"{size} bytes")

slow = []
for _ in range(300):
    connection = socket.create_connection(("localhost", port))
    connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ")
    slow.append(connection)
start = time.time()
judge("300 clients that stop in the middle keep nobody out", web.get("/livez").status_code == 200,
      f"{(time.time() - start) * 1000:.0f} ms")
deadline, closed = time.time() + 60, 0
for connection in slow:
    connection.settimeout(max(0.1, deadline - time.time()))
    try:
        connection.recv(100)
        closed += 1
    except TimeoutError:
        pass
    except OSError:
        closed += 1
judge("they are put off within a minute", closed == 300, f"{closed} of 300")
# The server also ends the idle connection of this browser about now. A POST on it would not be sent again.
web.session.close()

for origin in ["http://evil.example", "null", f"{base}.evil.example"]:
    answer = web.post(path, {"_token": token}, origin=origin)
    judge(f"a form of {origin} does nothing", answer.status_code == 403)
answer = web.post(path, {"_token": "0" * 32})
judge("a form with another token does nothing", answer.status_code == 403)
for target in ["//evil.example", "https://evil.example", "/\\evil.example"]:
    page = web.get("/sign-in", params={"to": target}).text
    judge(f"signing in does not lead to {target}", "evil" not in (web.hidden("to", page) or ""))
headers = web.get(f"/o/{organization}/kernel/members").headers
judge("no page is framed", "frame-ancestors 'none'" in headers["Content-Security-Policy"])
judge("no page runs a script", "default-src 'none'" in headers["Content-Security-Policy"])
judge("no page is kept by a cache", headers["Cache-Control"] == "no-store")
sys.exit(1 if faults else 0)
