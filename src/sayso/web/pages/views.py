"""Views kept under names: a permalink of this desk that everybody who works on the case finds again."""

from __future__ import annotations

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from litestar import Response, get, post
from litestar.params import JSONBody
from msgspec import Meta, Struct

from sayso.desk.keeping import LONGEST_ADDRESS, LONGEST_NAME
from sayso.model.errors import BadInput
from sayso.web.pages.deciding import coder_of, done
from sayso.web.pages.entry import Next, onward
from sayso.web.replies import Asked, Hosted, Page, answer

#: What cannot be kept as a view: what does something, or stands for another page.
_NO_VIEW = re.compile(r"/(?:do|static|schema|start|name|you|working|preparing|publish)(?:/|$|\?)")


class Kept(Struct, forbid_unknown_fields=True):
    """A view under a name; without an address the name is free again."""

    name: Annotated[str, Meta(min_length=1, max_length=LONGEST_NAME * 2)]
    address: Annotated[str, Meta(max_length=LONGEST_ADDRESS)] = ""
    next: Next = "/views"


@get("/views", sync_to_thread=True)
def views(request: Asked, host: Hosted) -> Response[Any]:
    """The views that are kept, by name."""
    rows = [{**row, "of": urlsplit(row["address"]).path} for row in host.desk.views()]
    return answer(request, host, Page("views.html", "Saved views", {"rows": rows}, rows))


@post("/do/view", sync_to_thread=True)
def keep(request: Asked, host: Hosted, data: JSONBody[Kept]) -> Response[Any]:
    """The view is kept under the name, or no view is any more."""
    if data.address and (onward(data.address) != data.address or _NO_VIEW.match(data.address)):
        raise BadInput("is no view of this desk", repr(data.address[:100]), exit_code=2)
    row = host.desk.keep_view(data.name, data.address, who=coder_of(request))
    return done(request, host, f"view {'kept' if data.address else 'let go'}", [row], data.next, 0.0)


HANDLERS = (views, keep)
