"""What damage is tolerated: every number that a rule of the parser depends on, with the damage that needs it.

With half or twice as much of any of them, a text in tests/parser/tolerances is read wrong. Those below the last banner bound
the work that a text may cost, and no real dump comes near them.
"""

from __future__ import annotations

# ----------------------------------------------------------------------------------------------------------------------
# Lines
# ----------------------------------------------------------------------------------------------------------------------

# No shorter label is told when it is misread, as `Uitgavem` is: every other word of three letters is as near to `VTE`.
SHORTEST_MISREAD_LABEL = 5
# Up to this length, three misread characters make another word of a label; beyond, `lnvesting` is `Investering`.
LONGEST_SHORT_LABEL = 9
# So many characters of a short label may be misread, lost or added, `Uitqavem`,
MISREAD_IN_SHORT_LABEL = 2
# and of a longer one, `lnvesting`.
MISREAD_IN_LABEL = 3
# At least so many letters of a label's word stand before a hyphen that breaks it: `Ont-` / `vangsten`.
SHORTEST_BROKEN_BEGINNING = 3
# And so many where its cell is too narrow for another letter: `Ontvang` / `sten`.
SHORTEST_CUT_BEGINNING = 6
# A spreadsheet has so many separators on most of its lines, as `;Ontvangsten;471.642`.
FEWEST_SEPARATORS = 2
# So many of its lines, as a share, have the same number of them; those of headers and descriptions have others.
LEAST_ALIKE_LINES = 0.6
# Less often than this, nothing can be said to recur, as `Stad Gent - Meerjarenplan` does on three pages: each of two actions
# may have the same sentence.
LEAST_RECURRENCE = 3
# So many lines at the top and at the foot of a page may be furniture: `Stad Gent` / `Meerjarenplan`.
EDGE_LINES = 2
# A running title is no longer, `Meerjarenplan van de stad en het OCMW, met alle doelstellingen`; a paragraph that recurs is.
LONGEST_RUNNING_TITLE = 160
# A running title has so many letters, as `Stad Gent` has, unlike a row of figures with its `VTE`.
FEWEST_TITLE_LETTERS = 5
# It has no more figures side by side, unlike a row of a table: `Botermarkt 1, 9000 Gent, jaar 2024, blad 3 van 4`.
MOST_TITLE_FIGURES = 3
# Where no page is printed in it, it has fewer: `Stad Gent, jaar 2024, versie 2`.
MOST_NUMBERS_WITHOUT_PAGE = 2
# So many of the steps from page to page, as a share, are by one: `Pagina 3` is lost.
LEAST_COUNTED_PAGES = 0.8
# The number of a page has no more digits, `Groep Gent 117`; what is left of a row may.
MOST_PAGE_DIGITS = 4

# ----------------------------------------------------------------------------------------------------------------------
# Tables
# ----------------------------------------------------------------------------------------------------------------------

# The label of a column has no more words: `% Besteding budget 2024` has four, more where blanks cut them.
MOST_LABEL_WORDS = 7
# The labels of columns wrap over no more lines: `%` / `Besteding` / `budget 2024`.
MOST_WRAPPED_LINES = 4
# A table has columns for no more years, `Budget 2024 … Jaarrekening 2022`; of others in its head, one is misread.
MOST_YEARS = 4
# Between label and figures, a run of so many letters is a word; a shorter one may be a misread figure, as `Z.0O0`.
FEWEST_WORD_LETTERS = 3
# A head takes no more lines, one label a line and the label of the table included, where `Groep Gent` stands below it.
MOST_HEAD_LINES = 12
# A line below the head of a staff table is its row, whatever its label, if it has so many figures: `VIE 1,20 0,93 77,5%`.
FEWEST_STAFF_FIGURES = 3
# The rest of a label stands below no more rows, those of its section: `Investe- Uitgaven` / `Ontvangsten` / `ring`.
ROWS_BESIDE_A_LABEL = 2
# So many figures without the marks that they would have, `2060616`, make a notation; fewer may be misread.
FEWEST_PLAIN_FIGURES = 3
# What is left of a row's labels that a scan cannot read are pieces of no more letters: `P ene 200.675 218.958`,
LONGEST_SCRAP = 4
# No more plain figures of a kind than this share, or one, have more decimals than the kind; they are misread: `958995,25`.
MOST_LONGER_FIGURES = 0.01
# No more rows than this share of the percentages that hold may have one that fails, as `168,3%` for `148,3%`, where a head is
# lost and the others bear out which columns it had.
MOST_FAILING_SHARES = 0.1
# So many characters of a whole head may be misread, lost or added, `Pn 2024`; of one that only the vocabulary tells, one
# fewer.
MISREAD_IN_HEAD = 3
# In a column whose figures have a form, no more of them than this share have another, and those are misread: `6.489,27`.
MOST_OTHER_FORMS = 0.1
# Of so many tables, none of which prints `Financiering`,
FEWEST_TABLES = 10
# this share prints a section that the tables of the report have; a section of fewer is one of theirs alone.
LEAST_PRINTED_SECTION = 0.1

# ----------------------------------------------------------------------------------------------------------------------
# Headers
# ----------------------------------------------------------------------------------------------------------------------

# So many lines of a centred cell stand above the code: `Afdeling` / `Vergunningen,` / `Handhaving en` / `Leegstand` /
# `AC34485 …  en Wonen`.
MOST_LEADING_LINES = 7
# So many codes stand behind no more than a blank where the owner's cell is the first: `Dienst Wonen AC34485 - Begeleiden`.
FEWEST_CODES_BEHIND = 3
# A header has no more lines, one cell a line: title, `Lopend`, `Ontwerp`, `2022 -`, `2026`, owner, and those that wrap;
MOST_HEADER_LINES = 10
# or so many, each of them short, one line of a cell each: four of a title, `Nog niet`, `gestart`, `Nazorg`, `2020 -`, `2024`,
# and those of an owner.
MOST_STACKED_LINES = 16
# No line above the code is longer, not even a title that stands on one page: `Jaarrekening van de stad, met een overzicht van
# alle doelstellingen en acties`; one of a description may be.
LONGEST_LEADING_LINE = 130
# The longest line of an owner's cell, or of a field's: `Dienst Stadsvernieuwing en de Groene` / `AC34485 …  Ruimte`.
LONGEST_CELL = 60
# A row of a Markdown table whose first cell alone is filled has so many, counting what stands behind the last border:
# `|van huurders||`.
FEWEST_ROW_CELLS = 3
# A half of a broken field has as many letters, or it is too like any word: `Uit` / `voering`.
SHORTEST_HALF = 4
# The beginnings of lines in one column drift by as many characters where they are centred: `Dienst Stadsvernieuwing` over
# `en Groen`.
NEAR_COLUMN = 12
# Nothing is in an owner's column that begins no further right, below a code that stands alone: `        Begeleiden`.
LEFTMOST_OWNER = 12
# Text that begins so far to the right of the title's beginning is in another column, however long the title is, and never a
# description's: `                                             Dienst Feestelijkheden`.
INDENTED = 30
# A line with a period behind an open title is no more than so many times as long as that, or a description's:
# `Begeleiden van` / `wie huurt, bouwt of koopt enz.`
MOST_TITLE_LENGTHS = 2
# So many blanks may part two cells where lines do not tell columns: `… kinderen in het  Dienst Sport en`.
WIDEST_CHANCE_GAP = 2
# The end of a title's column drifts by as many characters, where letters are narrow: `vlak bij het stille station`.
COLUMN_DRIFT = 6
# A line that begins with a period is no longer, `2022 - 2026 Dienst Stadsvernieuwing en Groen`, nor one that begins with its
# end; those of descriptions are.
LONGEST_FIELD_LINE = 60
# A text breaks words at hyphens if so many broken ones, `ver-` / `huurders`, are printed whole as well, and fewer with the
# hyphen.
LEAST_BROKEN_WORDS = 3
# A word in small letters is short if it has no more: `hu` `ur` `ders`, where blanks stand wherever a word may be broken,
SHORT_WORD = 3
# and these are more than this share: 0.30 to 0.40 where words are whole, and 0.64 to 0.73 where they are not.
MOST_SHORT_WORDS = 0.5
# Fewer tell nothing.
FEWEST_SHORT_WORDS = 40
# Blank lines part no paragraphs if behind this share of them the phrase goes on: `twee` / `begrotingsjaren.`, far apart.
LEAST_PARTED_PHRASES = 0.1
# A title has no more lines, in a cell as narrow as accounts print it: `Begeleiden` / `van wie huurt` / `en van wie bouwt` /
# `of koopt` / `in de wijken`;
MOST_TITLE_LINES = 6
# an owner no more, `Dienst Sport,` / `Bewegen,` / `Jeugd en` / `Vrije Tijd`, nor does a field lie further apart,
MOST_NAME_LINES = 5
# and no line of an owner is longer, nor a whole one that nothing else prints: `Dienst Stadsvernieuwing en de Groene Ruimte`.
LONGEST_NAME_LINE = 60
# A name has no more words, `Dienst Energie, Klimaat en Circulaire Economie van de Groep Gent`,
MOST_NAME_WORDS = 10
# most of it are so many of its last ones, so that `Gent Dienst Wonen en Zorg` begins too early,
FEWEST_TAIL_WORDS = 3
# more words than this with one capital are a sentence, and `Dienst voor sociale dienstverlening` is none;
MOST_PLAIN_WORDS = 6
# no name has more letters, `Dienst Stadsvernieuwing en Stadsontwikkeling in Oostakker`,
LONGEST_NAME = 80
# and its longest word has no fewer letters, as in `Dienst Wonen`: `FM` alone, which many titles end with, is none.
SHORTEST_NAMING_WORD = 4
# By this share, an estimated breadth may be off, in Helvetica and Times.
BREADTH_DRIFT = 0.03
# A text has lines that end where a column does if so many cells wrap at one width,
LEAST_WRAPS = 3
# and this share of those that wrap.
LEAST_AGREEING_WRAPS = 0.5
# A column's width is known if it has so many cells,
LEAST_CELLS = 3
# and this share of them fits it.
LEAST_FITTING_CELLS = 0.75
# Headers share a layout if so many of them can be read with it: some have no owner, or words of a description.
LEAST_LAID_OUT = 0.6
# It may be any with which no fewer can be read, but for this share of all, or one: one that a page's end cuts, for instance.
MOST_LAID_OUT_OTHERWISE = 0.1

# ----------------------------------------------------------------------------------------------------------------------
# The whole report
# ----------------------------------------------------------------------------------------------------------------------

# A misread word of an owner begins with so many of the letters of the right one: `Organiserende` for `Organisatiebrede`,
LEAST_COMMON_START = 5
# and so much of it is the same, unlike `Stadsarchief` and `Stadsontwikkeling`.
LEAST_SIMILARITY = 0.6

# ----------------------------------------------------------------------------------------------------------------------
# Bounds on work
# ----------------------------------------------------------------------------------------------------------------------

# A text of so many characters, twenty editions or more, is looked at as a whole before its lines are read:
LONG_TEXT = 1_000_000
# its lines have so many characters, counted with those that are blank; where each cell has its own line, they have eleven;
FEWEST_CHARACTERS_A_LINE = 6
# there is one label of a heading or of a table in so many lines, were it that all those between are misread;
MOST_LINES_WITHOUT_LABEL = 20_000
# and for each of them there are so many characters; an entry, which has three of them, has eight hundred.
FEWEST_CHARACTERS_A_LABEL = 50
# A label stands in so many characters at the beginning of a line,
LABELLED = 80
# those of a row, with the blanks between their letters and behind them, in so many,
LABELLED_ROW = 120
# and so many signs that are no letters do not hide that a table's label may be there.
SIGNS_IN_LABEL = 3
# Labels are mended in no longer lines.
LONGEST_MENDED_LINE = 1000
# So many words in small letters tell whether blanks stand inside of them.
MANY_WORDS = 400
# What lines are that differ in numbers only, so many of them tell.
MOST_TRIED_LINES = 3
# In fewer lines than this, what all begin with may be their own.
FEWEST_PREFIXED_LINES = 10
# So many characters tell whether a text is a spreadsheet.
LOOKED_AT = 50_000
# No figure of an account has so many characters; what has is not read as one.
LONGEST_FIGURE = 40
# A longer head is none.
LONGEST_HEAD = 1000
# No real head takes so many steps to divide,
MOST_STEPS = 20_000
# or leaves so many ways.
MOST_WAYS = 100
# A row that lost more figures than this,
MOST_LOST = 3
# or has more readings, is not tried: too many fit.
MOST_READINGS = 1000
# What is read tells how wide columns are, and that tells what else can be read; so often, this is repeated.
ROUNDS = 2
# No line of a real header has more words, nor have all of its lines together.
MOST_HEADER_WORDS = 150
# So many names that differ in the same word are compared,
MOST_ALIKE_NAMES = 20
# with so many words; a city has fewer of both.
MOST_COMPARED_WORDS = 12
