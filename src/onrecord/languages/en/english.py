"""English, put together."""

from onrecord.languages.base import Language
from onrecord.languages.en import lines, names

ENGLISH = Language(
    code="en",
    months=names.MONTHS,
    weekdays=names.WEEKDAYS,
    quotation_marks=(("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"), ("„", "“")),
    particles=names.PARTICLES,
    agencies=names.AGENCIES,
    cities=names.CITIES,
    not_places=frozenset(
        "advertisement alert analysis archive ask at background born breaking bulletin caution clarification column"
        " comment commentary correction corrected developing editorial exclusive explained explainer factbox fact feature file"
        " flash focus from gallery highlights early in index interview just last late latest letter live note notice now obituary on opinion photo"
        " photos picture pictures podcast poll posted preview profile published quiz quote recap related report review"
        " nasa nato fbi cia usa next roundup says scoop since special sponsored statement summary television the this timeline today transcript trending tv"
        " update updated urgent video warning watch who why wrap wrapup".split()
    ),
    byline_words=lines.BYLINE_WORDS,
    byline_roles=lines.BYLINE_ROLES,
    caption_lines=lines.CAPTION_LINES,
    credit_lines=lines.CREDIT_LINES,
    correction_lines=lines.CORRECTION_LINES,
    related_lines=lines.RELATED_LINES,
    boilerplate_lines=lines.BOILERPLATE_LINES,
    published_lines=lines.PUBLISHED_LINES,
    not_speakers=frozenset(
        name.casefold()
        for name in (
            "Note", "Notes", "Update", "Updated", "Correction", "Clarification", "Source", "Sources", "Photo", "Photos", "Caption",
            "Image", "Video", "Watch", "Read more", "Read also", "Also read", "Related", "See also", "Credit", "Breaking",
            "Exclusive", "Opinion", "Analysis", "Live", "Claim", "Fact", "The facts", "Facts", "Verdict", "Rating", "Pros", "Cons",
            "What", "When", "Where", "Who", "Why", "How", "Date", "Time", "Location", "Contact", "Email", "Phone", "Tel", "Website",
            "Topics", "Tags", "Category", "Warning", "Editor's note", "Disclaimer", "Editor’s note", "Summary", "Background",
            "Conclusion", "Key points", "Score", "Result", "Winner", "Price", "Address", "Step", "Tip", "Answer key", "But", "And",
        )
    ),
)  # fmt: skip
