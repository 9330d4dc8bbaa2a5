/** What the check-ins say. */
import { sayDuration } from "../../core/time/duration.ts";

export const checkInWords = {
  schedule: "Schedule",
  quizIs:
    "Ten cards of the week's papers. The result is kept, and each answer counts for its card.",
  takeQuiz: "Take the quiz",
  comesOn: (day: string) => `It can be done from ${day} on.`,
  changeAnswers: "Change the answers",
  notDone: "Mark as not done",
  finishCheckin: "Finish the check-in",
  whatWasDone: "What was done",
  whatSlipped: "What slipped",
  whatWasLearnt: "What was learned, and what was not",
  spent: (minutes: number, planned: number) =>
    `${sayDuration(minutes)} of study, ${sayDuration(planned)} planned.`,
  nothingTicked: "Nothing was ticked.",
  nothingSlipped: "Nothing.",
  noAnswers: "No answers were written.",
  earlier: "Earlier",
  noEarlier: "Answers of finished check-ins can be read here.",
  noPaperBegun: "Begin a paper, and explain it here afterwards.",
  teachBackText: "Your explanation, without looking anything up",
  whichPoints: "Which of these did your explanation cover?",
  keep: "Keep it",
  score: "Compare with the points",
  writeOn: "Write on",
  pointsCovered: (covered: number, all: number) => `${covered} of ${all} points`,
  leftOut: "Left out:",
  monthQuestions: "Cards of the month",
  monthQuestionsIs: "One of each paper by turns, those that need thought first.",
  skippedIs: "It was left out, and is not missed.",
  takeUp: "Take it up again",
} as const;
