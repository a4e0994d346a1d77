"""A real month, March 2011, as its author told it: whom she met, who led to whom, and where.

One school friend and three college friends; four new people, all introduced by others (a recruiter, two at
her own company, a founder of a training company); a meeting of an association with three business cards,
which led to lunches planned for April.
"""

FRIENDS = (
    ("Uma Sen", "friend from school", 4),
    ("Ravi Nair", "friend from college", 9),
    ("Lena Fox", "friend from college", 16),
    ("Omar Haddad", "friend from college", 23),
)
NEW = (
    ("Paula Reed", "recruiter", 3),
    ("Quinn Ash", "colleague at my company", 11),
    ("Rosa Lind", "colleague at my company", 18),
    ("Sam Cole", "founder of a training company", 25),
)
CARDS = ("Tess Moor", "Ugo Pratt", "Vera Bloom")
MEETING = "meeting of the training association"
LEARNED = "Paula Reed reads a letter for ten seconds."

REPORT = (
    "# March 2011\n\n"
    "## People I know: 4 of 4\n\n- friend from school\n- 3 × friend from college\n\n"
    "## New people: 4 of 4\n\n- recruiter, introduced by others\n"
    "- 2 × colleague at my company, introduced by others\n"
    "- founder of a training company, introduced by others\n\n"
    f"## Events\n\n- {MEETING}: 3 × {{card}}\n\n"
    "## What I learned\n\n- recruiter reads a letter for ten seconds.\n{learned}\n"
    "## Next\n\n- Lunch in April 2011: 3 × {card}\n\n"
    "So far I have met 8 of 96 people.\n"
)
"""What the month's report says; ``card`` is how those are shown whose cards were exchanged."""
