"""English: words by which an outlet keeps its distance from other words."""

from onrecord.languages.en.people import words
from onrecord.languages.telling import DistanceWords

_DETERMINERS = words("a an the this that these those his her its their our my your")

# A noun phrase ends before these.
_STOPS = (
    words("""
    of for from at in to with by on over under about near inside outside among between into onto through against during
    after before since until while when where as than that which who whom whose if whether because although though but
    and or nor so yet he she it they we i you him them us me said says say told tells added is are was were be been
    being am has have had do does did will would can could may might must shall should not also only then there here
    last next earlier later today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday without
    sent made given held found seen known taken run led built within across along around despite like unless per via off
    out up down above below beyond behind beside besides except
""")
    | _DETERMINERS
)

DISTANCE = DistanceWords(
    called_before=words("what"),
    called=words("""
        called calls call describes describe terms termed dubs dubbed labels labelled labeled deems deemed considers
        considered branded brands characterises characterised characterizes characterized
    """)
    | words("as"),
    joined=words("of as"),
    marks=words("so-called"),
    marks_as_adjective=words("alleged supposed purported"),
    openers=_DETERMINERS
    | words("""
        of for from at in to with by on over under about into through against during after before since as and or no any
        some several two three four five six seven eight nine ten many other more further such all both each every
        between among following despite including
    """),
    determiners=_DETERMINERS,
    stops=_STOPS,
    clauses=words("""
        is are was were be would will could should can may might must shall not never no even very let went has had
        have do does did don don't whoever who what it being been cannot can't won't didn't doesn't isn't wasn't
        wouldn't
    """),
    objects=words("it itself himself herself themselves them him us me you something anything nothing everything"),
    quantities=words("""
        all any every each one some both more most less fewer only several something anything nothing everything
        millions thousands hundreds dozens
    """),
    moments=words("""
        second seconds minute minutes hour hours day days week weeks month months year years decade decades century
        moment moments notice today tomorrow yesterday tonight morning afternoon evening night weekend
        monday tuesday wednesday thursday friday saturday sunday
    """),
    works=words("""
        book novel film movie song album play series programme show documentary poem painting article essay column
        exhibition opera single track magazine newspaper word words entitled titled named headlined nicknamed
    """),
)
