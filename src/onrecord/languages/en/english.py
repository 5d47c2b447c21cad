"""English, put together."""

from onrecord.languages.base import Language
from onrecord.languages.en import acts, address, channels, distance, lines, names, naming, people, times

ENGLISH = Language(
    code="en",
    months=names.MONTHS,
    weekdays=names.WEEKDAYS,
    function_words=names.FUNCTION_WORDS,
    particles=names.PARTICLES,
    agencies=names.AGENCIES,
    cities=names.CITIES,
    not_places=names.NOT_PLACES,
    byline_words=lines.BYLINE_WORDS,
    byline_roles=lines.BYLINE_ROLES,
    caption_lines=lines.CAPTION_LINES,
    caption_endings=lines.CAPTION_ENDINGS,
    credit_lines=lines.CREDIT_LINES,
    correction_lines=lines.CORRECTION_LINES,
    related_lines=lines.RELATED_LINES,
    boilerplate_lines=lines.BOILERPLATE_LINES,
    published_lines=lines.PUBLISHED_LINES,
    not_speakers=names.NOT_SPEAKERS,
    abbreviations=names.ABBREVIATIONS,
    people=people.PEOPLE,
    phrases=address.PHRASES,
    address=address.ADDRESS,
    channels=channels.CHANNELS,
    media=channels.MEDIA,
    acts=acts.ACTS,
    distance=distance.DISTANCE,
    naming=naming.NAMING,
    times=times.TIMES,
)
