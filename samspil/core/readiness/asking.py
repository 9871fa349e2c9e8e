"""What is asked of key people, one kind of them after the other. The questions are our own."""

from collections.abc import Mapping, Sequence

from samspil.core.readiness.seats import Seat

WORDS: Mapping[str, str] = {
    "director_1": "What should be easier here in a year than it is today?",
    "director_2": "Which work must stay with people, whatever AI can do?",
    "director_3": "What would have to happen for you to stop an attempt with AI?",
    "director_4": "How much time and money may it take in the first year?",
    "director_5": "What do you promise your colleagues about their jobs, and what not?",
    "director_6": "Who decides when you are away?",
    "hr_1": "Which skills will be missing here first?",
    "hr_2": "How do people learn something new here, and what keeps them from it?",
    "hr_3": "What do colleagues ask you about AI?",
    "hr_4": "Which decisions about people must never be prepared by AI here?",
    "hr_5": "How would we notice that the new way of working wears people out?",
    "hr_6": "What has to be agreed with staff representatives, and when?",
    "it_1": "Between which systems is the same thing typed twice?",
    "it_2": "Where is our data wrong or old, and who could put it right?",
    "it_3": "Which AI tools are used here already, with or without leave?",
    "it_4": "What may not leave the house, and how is that kept?",
    "it_5": "How much of your time would two attempts with AI take?",
    "it_6": "What would you need so that switching AI off is easy?",
    "employee_1": "What did you do last week that nobody should have to do by hand?",
    "employee_2": "Which part of your work do you want to keep, and why?",
    "employee_3": "Where do things most often go wrong, and how is it noticed?",
    "employee_4": "What would have to be true for you to rely on something AI has made?",
    "employee_5": "Whom do you ask when you are stuck, and how long does it take?",
    "employee_6": "What should we know before we change your work?",
    "representative_1": "What do colleagues need to know before the first attempt begins?",
    "representative_2": "What must AI and the figures about its use never be used for here?",
    "representative_3": "How do you want to be involved, and at which points?",
    "representative_4": "Which agreements apply, and what is missing in them?",
    "representative_5": "Who is likely to lose out by a change, and what would help them?",
    "representative_6": "How would you like to hear that something has gone wrong?",
}
"""By seat and number, in English; translations use the same sentence as their key."""


def questions_for(seat: Seat) -> Sequence[str]:
    """What comes with Samspil for such people, in English."""
    return [words for key, words in WORDS.items() if key.rpartition("_")[0] == seat]
