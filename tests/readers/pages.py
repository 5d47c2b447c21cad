"""Pages of our own, with invented people and outlets, and how tests read them."""

import json

from onrecord.model.report import BlockKind, Report
from onrecord.readers.base import Hints
from onrecord.readers.html import HtmlReader

PARAGRAPHS = (
    "PORT ELLERY (NWA) — The ferry line will stop sailing to the northern isles in March, its director said on Monday.",
    "“We have lost money on this route for nine years in a row,” Maren Holt told reporters at the harbour. "
    "“No company can go on like that for ever.”",
    "Island mayors said that they had not been asked, and that the school bus depends on the early boat.",
    "The transport ministry declined to comment on the decision, which it is to review before the spring.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "@id": "#site", "name": "The Ellery Courier"},
        {
            "@type": ["NewsArticle"],
            "headline": "Ferry line to drop the northern isles",
            "datePublished": "2031-02-03T09:30:00+01:00",
            "author": [{"@type": "Person", "name": "Ada Quill"}, {"@type": "Person", "name": "Ben Oster"}],
            "publisher": {"@id": "#site"},
        },
    ],
}
NEWS = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Ferry line to drop the northern isles | The Ellery Courier</title>
<link rel="canonical" href="https://courier.example/news/ferry#top">
<meta property="og:site_name" content="Courier online">
<script type="application/ld+json">{json.dumps(LD)}</script></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li>
<li><a href="/tv">Television</a></li></ul></nav>
<div id="cookie-banner" class="cookie-consent">
<p>We and our partners use cookies. Accept all of them?</p></div>
<main><article>
<h1>Ferry line to drop the northern isles</h1>
<figure><img src="boat.jpg">
<figcaption>The ferry Alma at the pier of Port Ellery. <span>Photo: L. Brandt</span></figcaption></figure>
<div class="article-body">{BODY}
<div class="newsletter-signup"><p>Get the Courier's morning letter in your inbox.</p></div>
<h2>What comes next</h2>
<p>A hearing has been called for 20 February in the town hall, where both sides are to speak.</p>
<ul><li>The first boat sails at six in the morning.</li><li>The last one sails at nine in the evening.</li></ul>
<p>Correction, Feb. 4: An earlier version of this article misstated the name of the ferry.</p>
</div>
<aside class="related"><h3>Related</h3><ul>
<li><a href="/a">Harbour master resigns after storm</a></li>
<li><a href="/b">Isles count their sheep again</a></li></ul></aside>
</article></main>
<footer><p>© 2031 The Ellery Courier. All rights reserved.</p></footer>
<script>document.write("never read")</script></body></html>"""


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def read(raw: bytes | str, **hints: str) -> Report:
    raw = raw.encode() if isinstance(raw, str) else raw
    (report,) = HtmlReader().read(raw, Hints(**hints))
    assert isinstance(report, Report)
    return report


def texts(report: Report, *kinds: BlockKind) -> list[str]:
    return [block.span.of(report.text) for block in report.blocks_of(*kinds)]
