"""Measures pages of the server and of Django in turns with `wrk`, and prints a table. `run.sh` calls it."""

import argparse
import email
import email.policy
import glob
import http.client
import os
import re
import socket
import subprocess
import time
import urllib.parse

PERIOD = "from=2013-10-01&until=2014-10-01"


class Side:
    """One of the two servers: where it listens, and the cookies of an administrator and of a member."""

    def __init__(self, name, port, pid):
        self.name, self.port, self.pid, self.cookies = name, port, pid, {}

    def processes(self):
        """The process and its children: gunicorn has a process for each worker."""
        with open(f"/proc/{self.pid}/task/{self.pid}/children", encoding="ascii") as file:
            return [self.pid, *map(int, file.read().split())]

    def processor_time(self):
        """In milliseconds, of all its processes."""
        ticks = 0
        for pid in self.processes():
            with open(f"/proc/{pid}/stat", encoding="ascii") as file:
                ticks += sum(map(int, file.read().rsplit(")", 1)[1].split()[11:13]))
        return ticks * 1000 / os.sysconf("SC_CLK_TCK")

    def wait_until_idle(self):
        """A server may still answer requests that nobody waits for."""
        for _ in range(60):
            before = self.processor_time()
            time.sleep(1)
            if self.processor_time() - before < 20:
                return

    def memory(self):
        """In MiB, of all its processes."""
        total = 0
        for pid in self.processes():
            with open(f"/proc/{pid}/status", encoding="ascii") as file:
                total += int(re.search(r"VmRSS:\s+(\d+)", file.read()).group(1))
        return total // 1024

    def get(self, path, who):
        return self.request("GET", path, headers={"Cookie": self.cookies[who]})

    def request(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("localhost", self.port, timeout=30)
        connection.request(method, path, body, headers or {})
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        return response, text


def sign_in(server, outbox, address):
    """Signs in with the link that the server mails."""
    origin = f"http://localhost:{server.port}"
    form = {"Origin": origin, "Content-Type": "application/x-www-form-urlencoded"}
    known = set(glob.glob(f"{outbox}/*sign-in*.eml"))
    response, page = server.request("GET", "/sign-in")
    form["Cookie"] = response.headers["Set-Cookie"].split(";")[0]
    token = re.search('name="_token" value="([^"]+)"', page).group(1)
    server.request("POST", "/sign-in", urllib.parse.urlencode({"address": address, "_token": token}), form)
    while not (new := set(glob.glob(f"{outbox}/*sign-in*.eml")) - known):
        time.sleep(0.05)
    with open(new.pop(), "rb") as file:
        mail = email.message_from_binary_file(file, policy=email.policy.default)
    link = re.search(r"/sign-in/\S+", mail.get_body(preferencelist=("plain",)).get_content()).group(0)
    response, _ = server.request("POST", link, urllib.parse.urlencode({"_token": token}), form)
    return response.headers["Set-Cookie"].split(";")[0]


def check(ours, django, pages):
    """Ends the run if a page does not show what it should."""
    for name, (who, path, other) in pages.items():
        texts = []
        for side, place in ((ours, path), (django, other)):
            response, text = side.get(place, who)
            if response.status != 200:
                raise SystemExit(f"{side.name}, {name}: status {response.status}")
            texts.append(text)
        print(f"{name}: {len(texts[0].encode())} and {len(texts[1].encode())} bytes")
        if name == "members":
            found = [text.count("@ou.example") for text in texts]
            if found != [50, 50]:
                raise SystemExit(f"the pages of members show {found} people")
        if name == "overview":
            figures = [re.findall(r"<b>([^<]*)</b>\s*<span class=\"to\">", text) for text in texts]
            # A rate is written in two ways.
            same = [a == b or b.startswith(a) for a, b in zip(*figures)]
            if len(same) != 14 or not all(same):
                raise SystemExit(f"the figures differ: {figures}")


UNITS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}


def wrk(side, path, who, options):
    """Requests a second, p50 and p99 in milliseconds, processor time of a page, and how many answers were no success."""
    before = side.processor_time()
    out = subprocess.run(
        ["wrk", "-t2", f"-c{options.connections}", f"-d{options.seconds}s", "--latency", "-H",
         f"Cookie: {side.cookies[who]}", f"http://localhost:{side.port}{path}"],
        capture_output=True, text=True, check=True).stdout

    def percentile(name):
        number, unit = re.search(rf"\s{name}%\s+([\d.]+)(us|ms|s|m)\b", out).groups()
        return float(number) * UNITS[unit]

    bad = sum(int(number) for number in re.findall(r"(?:responses|connect|read|write|timeout):?\s+(\d+)", out))
    used = side.processor_time() - before
    side.wait_until_idle()
    count = int(re.search(r"(\d+) requests in", out).group(1))
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))
    return rate, percentile(50), percentile(99), used / count, bad


def idle(side, count):
    """The memory of the server with idle connections that have each had an answer."""
    before, sockets = side.memory(), []
    for _ in range(count):
        connection = socket.create_connection(("localhost", side.port))
        connection.sendall(b"GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n")
        connection.recv(4096)
        sockets.append(connection)
    after = side.memory()
    for connection in sockets:
        connection.close()
    print(f"{count} idle connections: {before} MiB before, {after} MiB with them")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="the folder that launch wrote")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--pid", type=int, required=True, help="the process of the server")
    parser.add_argument("--django-port", type=int, required=True)
    parser.add_argument("--django-pid", type=int, required=True)
    parser.add_argument("--people", required=True, help="the file that load.py wrote")
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--only", default="", help="pages whose names begin so")
    parser.add_argument("--alone", action="store_true", help="without Django, for a profiler")
    options = parser.parse_args()
    ours, django = Side("Atrium", options.port, options.pid), Side("Django", options.django_port, options.django_pid)
    with open(options.people, encoding="utf-8") as file:
        for who, line in zip(("administrator", "member"), file):
            address, django.cookies[who] = line.split()
            ours.cookies[who] = sign_in(ours, f"{options.data}/outbox", address)
    base = ours.get("/", "member")[0].headers["Location"]
    home = ours.get(base, "member")[0].headers["Location"]
    pages = {
        "home": ("member", home, "/"),
        "members": ("administrator", f"{base}/kernel/members", "/admin/people/member/?state__exact=active"),
        "overview": ("administrator", f"{base}/analytics/overview?{PERIOD}", f"/overview/?{PERIOD}"),
    }
    check(ours, django, pages)
    results = {}
    for _ in range(options.rounds):
        for name, (who, *paths) in pages.items():
            if not name.startswith(options.only):
                continue
            for side, path in zip((ours, django), paths):
                if side is django and options.alone:
                    continue
                load = os.getloadavg()[0]
                result = wrk(side, path, who, options)
                results.setdefault((name, side.name), []).append(result)
                print(f"{name}, {side.name}: {result[0]:.0f}/s, p50 {result[1]:.1f} ms, p99 {result[2]:.1f} ms, "
                      f"{result[3]:.2f} ms of a processor, {result[4]} failed, {side.memory()} MiB, "
                      f"load before {load:.1f}", flush=True)
    print("\n| page | side | requests a second | p50, ms | p99, ms | processor time of a page, ms |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name in pages:
        sides = {side: max(results[name, side]) for side in ("Atrium", "Django") if (name, side) in results}
        for side, (rate, p50, p99, time, _) in sides.items():
            print(f"| {name} | {side} | {rate:,.0f} | {p50:.1f} | {p99:.1f} | {time:.2f} |")
        if len(sides) == 2:
            (rate, _, _, time, _), (other, _, _, longer, _) = sides.values()
            print(f"| | times as many | {rate / other:.1f} | | | {longer / time:.1f} |")
    idle(ours, 1000)


if __name__ == "__main__":
    main()
