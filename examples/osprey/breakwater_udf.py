"""A user-defined function for Osprey that asks Breakwater what to do with a post.

Register it in a plugin (`register_udfs` below), and use it in a rule as in rules/breakwater.sml.
It answers a neutral deed, never a label: Osprey keeps the features of every event with its user, and
nobody who asks for help may be found by them.
"""

import http.client
import json
import logging
import os
import time
from typing import Any, Sequence, Type
from urllib.parse import urlsplit

from osprey.engine.executor.execution_context import ExecutionContext
from osprey.engine.stdlib.udfs.categories import UdfCategories
from osprey.engine.udf.arguments import ArgumentsBase
from osprey.engine.udf.base import UDFBase
from osprey.worker.adaptor.plugin_manager import hookimpl_osprey

HIDE, REVIEW, NOTHING = 'hide', 'review', 'none'

TIMEOUT_S = 2.0
"""How long one call may take in all; no single read or write waits longer either."""

BYTES_MAX = 1 << 20

log = logging.getLogger(__name__)


class BreakwaterDeedArguments(ArgumentsBase):
    content_id: str
    """The platform's name for the post."""

    text: str
    """What was written."""

    revision: int = 1
    """Counts edits from 1."""


class BreakwaterDeed(UDFBase[BreakwaterDeedArguments, str | None]):
    """What Breakwater would have done with a post: `hide`, `review` or `none`.

    `None` where that is not known: Breakwater is away, too slow, or refuses the event.
    """

    category = UdfCategories.HTTP
    execute_async = True

    def execute(self, execution_context: ExecutionContext, arguments: BreakwaterDeedArguments) -> str | None:
        event = {'id': arguments.content_id, 'revision': arguments.revision, 'text': arguments.text}
        try:
            return deed(decided(event))
        except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError, AttributeError) as fault:
            # Not what was sent: it is somebody's post.
            log.warning('breakwater: not known: %s', type(fault).__name__)
            return None


def decided(event: dict[str, Any]) -> dict[str, Any]:
    """The decision on an event. Sent again with the same bytes, it is answered with the same bytes."""
    url = urlsplit(os.environ.get('BREAKWATER_URL', 'http://127.0.0.1:8080'))
    end = time.monotonic() + TIMEOUT_S
    secure = url.scheme == 'https'
    connect = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    connection = connect(url.hostname or '', url.port, timeout=TIMEOUT_S)
    try:
        headers = {
            'Authorization': 'Bearer ' + os.environ['BREAKWATER_KEY'],
            'Content-Type': 'application/json',
            'X-Deadline-Ms': str(int(TIMEOUT_S * 1000)),
        }
        body = json.dumps(event, ensure_ascii=False, separators=(',', ':')).encode()
        connection.request('POST', '/v1/decisions', body, headers)
        response = connection.getresponse()
        if response.status != 200:
            raise ValueError(f'status {response.status}')
        return json.loads(read(response, end))
    finally:
        connection.close()


def read(response: http.client.HTTPResponse, end: float) -> bytes:
    whole = bytearray()
    while part := response.read1(1 << 14):
        whole += part
        if len(whole) > BYTES_MAX or time.monotonic() > end:
            raise ValueError('too long, or too slow')
    return bytes(whole)


def deed(decision: dict[str, Any]) -> str:
    """The neutral word for a decision, as webhooks have it."""
    actions = {each['action'] for each in decision['actions']}
    if actions & {'remove_content', 'refuse_ad'}:
        return HIDE
    return REVIEW if decision['outcome'] in ('review', 'escalate') else NOTHING


@hookimpl_osprey
def register_udfs() -> Sequence[Type[UDFBase[Any, Any]]]:
    return [BreakwaterDeed]
