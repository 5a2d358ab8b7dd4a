"""The steps that take two people, checked from the acts alone."""
from verify_chain.form import Broken
from verify_chain.packages import package_fault

AGREED = ("solution.record", "agreement.record")
FINDINGS = ("findings.submit",) + AGREED
DECISIONS = ("decision.issue", "recommendation.issue")
# The steps that take two people, and the events by which the first of them proposes.
TAKES_TWO = {
    "review.approve": ("closure.propose", "referral.propose", "consolidation.propose", "assessment.submit") + FINDINGS,
    "decision.issue": ("review.approve",),
    "recommendation.issue": ("review.approve",),
    "triage.confirmTier": ("triage.setTier",),
    "urgent.ratify": ("urgent.authorise",),
    **dict.fromkeys((
        "quarantine.discard", "coordination.transfer", "specialReport.publish", "specialReport.waive",
        "statement.publish", "statement.withhold", "case.reopen", "withdrawal.continueInPublicInterest",
        "urgent.standDown", "integrity.resolve", "incident.close", "protection.end", "conflict.uphold",
        "conflict.dismiss", "key.revoke", "hold.lift", "interim.recommend", "identity.disclose",
    ), ("act.propose",)),
}


class Memory:
    """What has to be remembered of the acts so far; who took which part stays known across reopenings."""

    def __init__(self):
        self.opened, self.approved, self.decided = {}, None, False
        self.investigators, self.reviewers = set(), set()

    def fault_of(self, act):
        event, actor = act["event"], act["actor"]
        if event == "case.close" and not self.decided:
            return "the case is closed without a decision"
        if event not in TAKES_TWO:
            return None
        if actor in ("reporter", "system"):
            return "a step that takes two people was taken by nobody"
        is_decision = event in DECISIONS
        proposal = self.approved if is_decision else self.opened.get(event)
        if proposal is None:
            return "no reviewer approved what it rests on" if is_decision else "nobody proposed it"
        # What the parties agreed is decided by whoever wrote it down, once a reviewer approved it.
        is_agreed = is_decision and proposal["event"] in AGREED
        if proposal["actor"] == actor and not is_agreed:
            return "the same person proposed it and answered"
        if proposal["itemDigests"] and act["codes"].get("proposal") not in proposal["itemDigests"]:
            return "it answers another text than was proposed"
        judges = is_decision or proposal["event"] == "findings.submit"
        if judges and actor in self.investigators:
            return "the same person investigated and judges the findings"
        is_both = is_decision and actor in self.reviewers
        return "the same person reviewed the findings and decided" if is_both else None

    def remember(self, act):
        event, actor, codes = act["event"], act["actor"], act["codes"]
        if event == "investigator.assign" and isinstance(codes.get("person"), str):
            self.investigators.add(codes["person"])
        if event == "findings.submit":
            self.investigators.add(actor)
        judged = self.opened.get(event) if event == "review.approve" else None
        if judged is not None and judged["event"] in FINDINGS:
            self.approved = judged
            self.reviewers.add(actor)
        if event in FINDINGS or event in ("decision.return", "case.reopen"):
            self.approved = None
        if event in DECISIONS:
            self.decided = True
        if event in ("case.reopen", "review.grant"):
            self.decided = False
        # A text that was sent back is not proposed any more.
        if event == "review.return":
            self.opened.pop("review.approve", None)
        self.opened.pop(event, None)
        for answer, proposals in TAKES_TWO.items():
            if event in proposals and (event != "act.propose" or codes.get("for") == answer):
                self.opened[answer] = act


def check_two_persons(acts, machine):
    memory = Memory()
    for place, act in enumerate(acts):
        proposal = memory.opened.get(act["event"])
        fault = memory.fault_of(act) or package_fault(act, proposal["event"] if proposal else None, machine)
        if fault is not None:
            raise Broken(place, fault)
        memory.remember(act)
