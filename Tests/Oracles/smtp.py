#!/usr/bin/env python3
"""Receives mail on a loopback port, like a mail server: python3 Tests/Oracles/smtp.py DIR SECONDS

Needs aiosmtpd. When it listens, it writes the port to DIR/port. It writes each message to DIR/mail/NAME.eml, where NAME is
the part of the Message-ID before the @. It refuses an address of three digits, such as 451@acme.example, with that status.
It ends after SECONDS.
"""

import asyncio
import email
import email.policy
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP


class Receiver:
    def __init__(self, folder):
        self.folder = folder

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name.isdigit():
            return f"{name} {name[0]}.0.0 refused"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        addresses = [address.addr_spec for header in ("From", "To") for address in message[header].addresses]
        if addresses != [envelope.mail_from, *envelope.rcpt_tos]:
            return "554 5.0.0 the envelope and the header name different addresses"
        name = message["Message-ID"].strip("<>").split("@")[0]
        (self.folder / f"{name}.eml").write_bytes(envelope.content)
        return "250 OK"


async def main():
    folder = Path(sys.argv[1])
    (folder / "mail").mkdir(exist_ok=True)
    receiver = Receiver(folder / "mail")
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(receiver, hostname="localhost"), "127.0.0.1", 0)
    draft = folder / "port.tmp"
    draft.write_text(str(server.sockets[0].getsockname()[1]))
    draft.rename(folder / "port")
    await asyncio.sleep(float(sys.argv[2]))


asyncio.run(main())
