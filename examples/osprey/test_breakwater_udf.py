"""Run by `python3 -m unittest` in this folder; needs nothing but Python 3.11 or newer.

With BREAKWATER_URL and BREAKWATER_KEY it asks that server too.
"""

import json
import logging
import os
import pathlib
import socket
import sys
import threading
import time
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE / 'interface'))

import breakwater_udf  # noqa: E402
from osprey.engine.executor.execution_context import ExecutionContext  # noqa: E402

SERVER = {name: os.environ.get(name, '') for name in ('BREAKWATER_URL', 'BREAKWATER_KEY')}
# What `bw decide examples/posts.jsonl` printed.
RECORDED = [json.loads(line) for line in (HERE.parent / 'decisions.jsonl').read_text().splitlines()]


def ask(**arguments):
    arguments = breakwater_udf.BreakwaterDeedArguments(**arguments)
    return breakwater_udf.BreakwaterDeed(None, arguments).execute(ExecutionContext(), arguments)


class Peer:
    """A server on this machine that keeps what it was asked and answers what it is told to."""

    def __init__(self, answer):
        peer, self.asked = self, []

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers['Content-Length']))
                peer.asked.append((self.path, dict(self.headers), body))
                try:
                    answer(self)
                except OSError:
                    pass  # the other side hung up, as it should

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.server.daemon_threads = True

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        os.environ['BREAKWATER_URL'] = f'http://127.0.0.1:{self.server.server_port}'
        os.environ['BREAKWATER_KEY'] = 'bw_example'
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


def answer(status, body, **headers):
    def write(handler):
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header('Content-Length', str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return write


def drip(handler):
    handler.send_response(200)
    handler.send_header('Content-Length', '1000')
    handler.end_headers()
    for _ in range(1000):
        handler.wfile.write(b' ')
        time.sleep(0.05)


class BreakwaterDeedTest(unittest.TestCase):
    def setUp(self):
        logging.disable(logging.CRITICAL)
        breakwater_udf.TIMEOUT_S = 0.4

    def test_sends_the_event_with_the_key_and_a_deadline(self):
        with Peer(answer(200, json.dumps(RECORDED[0]).encode())) as peer:
            ask(content_id='p1', text='ñandú 💥', revision=2)
        path, headers, body = peer.asked[0]
        self.assertEqual('/v1/decisions', path)
        self.assertEqual('Bearer bw_example', headers['Authorization'])
        self.assertEqual('application/json', headers['Content-Type'])
        self.assertEqual('400', headers['X-Deadline-Ms'])
        self.assertEqual('{"id":"p1","revision":2,"text":"ñandú 💥"}', body.decode())

    def test_recorded_decisions_become_neutral_deeds(self):
        deeds = {}
        for decision in RECORDED:
            with Peer(answer(200, json.dumps(decision).encode())):
                deeds.setdefault(decision['outcome'], set()).add(ask(content_id='p1', text='a'))
        self.assertEqual({'hide'}, deeds['remove'])
        self.assertEqual({'none'}, deeds['allow'])
        self.assertEqual({'none'}, deeds['allow_with_resources'], 'who asks is not told apart')
        self.assertEqual({'review'}, deeds['escalate'])
        self.assertEqual({'review'}, deeds['review'])
        hidden = {'outcome': 'review', 'actions': [{'action': 'remove_content'}]}
        self.assertEqual('hide', breakwater_udf.deed(hidden), 'a hold that hides')

    def test_whatever_goes_wrong_is_not_known(self):
        for name, behaviour in {
            'not logged': answer(503, b'{}'),
            'refused': answer(400, b'{}'),
            'redirect': answer(307, b'', Location='http://127.0.0.1:1/'),
            'no JSON': answer(200, b'<html>'),
            'no decision': answer(200, b'{}'),
            'no object': answer(200, b'[1]'),
            'too long': answer(200, b'[' + b' ' * (1 << 20) + b']'),
            'no HTTP': lambda handler: handler.wfile.write(b'what?\r\n\r\n'),
            'hung up': lambda handler: handler.connection.shutdown(socket.SHUT_RDWR),
        }.items():
            with self.subTest(name), Peer(behaviour):
                self.assertIsNone(ask(content_id='p1', text='a'))

    def test_a_slow_peer_is_left_in_time(self):
        for name, behaviour in {'says nothing': lambda _: time.sleep(5), 'drips': drip}.items():
            with self.subTest(name), Peer(behaviour):
                began = time.monotonic()
                self.assertIsNone(ask(content_id='p1', text='a'))
                self.assertLess(time.monotonic() - began, 2)

    def test_nobody_there_and_no_key_are_not_known(self):
        with Peer(answer(200, b'{}')):
            pass
        self.assertIsNone(ask(content_id='p1', text='a'))
        del os.environ['BREAKWATER_KEY']
        self.assertIsNone(ask(content_id='p1', text='a'))

    def test_the_plugin_registers_it(self):
        self.assertEqual([breakwater_udf.BreakwaterDeed], list(breakwater_udf.register_udfs()))
        self.assertTrue(breakwater_udf.BreakwaterDeed.execute_async)


@unittest.skipUnless(SERVER['BREAKWATER_URL'], 'no BREAKWATER_URL')
class ServerTest(unittest.TestCase):
    def test_a_server_answers(self):
        breakwater_udf.TIMEOUT_S = 20.0
        os.environ.update(SERVER)
        offer = 'trips to the north every Friday, 6000 a head, inbox +1 202 555 0123'
        self.assertEqual('hide', ask(content_id='osprey-1', text=offer))
        self.assertEqual('none', ask(content_id='osprey-2', text='lovely weather in Oaxaca today'))


if __name__ == '__main__':
    unittest.main()
