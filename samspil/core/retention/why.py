"""Why each kind of data is kept as long as it is."""

from samspil.core.retention.categories import Category, Country

EU, DK = Country.EU, Country.DK
WORDS = {
    (Category.CUSTOMERS, EU): "No law names a period. Customers come back to what was answered, "
    "and may contest it; after two years that is rare. Your contract may ask for another period.",
    (Category.EMPLOYEES, EU): "No law names a period. What colleagues ask of HR or IT says much "
    "about them, so that a year has to do.",
    (Category.EXAMPLES, EU): "AI learns from them, and what people write about changes. They go "
    "even where no case belongs to them, since somebody wrote them.",
    (Category.QUESTIONS, EU): "A year shows every season. Nobody's name goes with them, and what "
    "may be about a person is left out.",
    (Category.CHATS, EU): "They answer follow-up questions. What goes to a person becomes a case.",
    (Category.SUMMARIES, EU): "They save reading time. The document stays; its summary is soon out "
    "of date, and minutes name people.",
    (Category.SUMMARIES, DK): "The authority accepts that meetings are recorded only where it is "
    "needed, so that what was made of them is kept for a short time. The days are our choice.",
    (Category.REMOVED, EU): "For a day a slip can be undone; nobody needs it longer.",
    (
        Category.MAIL_MARKS,
        EU,
    ): "They keep a mail that was erased from coming in again while it "
    "lies in the mailbox. They hold no word and no address.",
    (Category.LOOKED_AT, EU): "It serves one look before anything changes.",
    (Category.IMPORTS, EU): "Whoever mends a file needs them. They name subjects and numbers of "
    "messages.",
    (Category.ROUNDS, EU): "They show whether a source is read as it should be.",
    (Category.GAPS, EU): "For a year they show what was written down or taught.",
    (Category.OUTCOMES, EU): "They show from year to year whether decisions differ by group. They "
    "hold counts of groups of five or more, and nobody.",
    (Category.AUDITS, EU): "Half a year after a round whoever answered can still look at it or use "
    "it again. The figures were counted when the round was over, and hold nobody.",
    (Category.SUPPORT, EU): "Most are asked again within a year. What many ask is written down for "
    "all, without anybody's name.",
    (
        Category.WORKSHOPS,
        EU,
    ): "A workshop forgets who took part when it ends, and ballots when the vote "
    "is closed. This is for those that nobody ends: they end by themselves.",
    (
        Category.READINESS,
        EU,
    ): "Answers are deleted when a round is over, which is by itself after its "
    "last day. This is for where that has not happened.",
    (
        Category.INTERVIEWS,
        EU,
    ): "They serve the vision for a year, which is looked at again after twelve "
    "months. Findings name nobody, and stay.",
    (Category.EVENT_LOGS, EU): "They show how a process ran before and after a change. They hold "
    "counts and times of steps; the events themselves are deleted once they are read.",
    (Category.NOTICES, EU): "They remind. What happened stands in the journal.",
    (Category.BATCHES, EU): "They serve to undo, and name what was left out. What happened stands "
    "in the journal.",
    (Category.ABSENCES, EU): "They share out the work. They are no record of working time.",
    (Category.TRAININGS, EU): "They show that those who work with AI were trained and read the "
    "guidelines. The law asks for measures and names no period.",
    (Category.ACCESS, EU): "They prove that whoever asked was answered in time.",
    (Category.PACKS, EU): "They are copies, made anew if needed.",
    (Category.INCIDENTS, EU): "The law asks that breaches are documented and names no period. They "
    "show what repeats, and name nobody who was affected.",
    (Category.HOLDS, EU): "They prove why something was kept longer than usual.",
    (
        Category.PAPERS,
        EU,
    ): "They show what was known on a day. Whoever provides AI of high "
    "risk keeps its technical papers for ten years; for all others this is our choice.",
    (Category.REPORTS, EU): "They prove that data went in time. They hold counts only.",
    (Category.CALLS, EU): "The law asks for at least six months. Thirteen show the same month of "
    "the year before. They hold neither texts nor people.",
    (Category.CONSENTS, EU): "They hold until they are taken back, which one click does.",
    (Category.JOURNAL, EU): "The law asks for at least six months. Each entry is sealed onto the "
    "one before, so that none is cut out. It holds ids, never names or texts: once a case is "
    "emptied, they lead to nobody who wrote in it. Who of us did what can still be shown.",
}
"""The reasons in English, which are also the key of their translations."""
