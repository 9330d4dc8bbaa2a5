/** A small curriculum that is whole: every file has its form, and every text says what to put in its place. */

/** `id` is of small letters, digits and hyphens. The files by their path. */
export function starterFiles(id: string, title: string): ReadonlyMap<string, string> {
  return new Map([
    ["curriculum.yaml", curriculum(id, title)],
    ["weeks.yaml", weeks],
    ["rhythm.yaml", rhythm],
    ["note-template.md", noteTemplate],
    ["papers/first-paper/paper.yaml", paper],
    ["papers/first-paper/guide.yaml", guide],
    ["papers/first-paper/deck.yaml", deck],
    ["papers/first-paper/facts.yaml", facts],
  ]);
}

const curriculum = (id: string, title: string) => `# The form is explained in docs/curriculum.md.
id: ${id}
title: ${JSON.stringify(title)}

phases:
  - number: 1
    title: Foundations
    target: Say here what is understood at the end of this phase
    weeks: 1-1
    papers: [first-paper]

bonus:
  title: Bonus Papers (Optional)
  papers: []

# How many cards a full deck holds; fifteen or more is a good deck.
deck: { cards: 3-25 }

reading:
  - { name: First Pass, what: "Skim abstract, intro, conclusion", minutes: 30 }
  - { name: Second Pass, what: Read methodology carefully, minutes: 60-120 }
  - { name: Third Pass, what: Study experiments and details, minutes: 60-120 }

guidelines:
  - Start with toy examples

notePractices:
  - Use the template

weekly:
  - kind: progress
    weekday: sunday
    what: Review the week
    questions: [What was done, "and what is next?"]
  - kind: quiz
    weekday: wednesday
    what: Take the quiz
    questions: [Which cards did you miss?]

monthly:
  - month: 1
    what: Review the month
    questions: [What will you change?]

milestones:
  - { id: milestone-1, label: Milestone 1, text: Build something small from the first paper }

rewards:
  - { after: 1, label: Phase 1 Complete }
  - { after: program, label: Program Complete }

resources:
  - title: Courses
    items:
      - { id: course-1, text: A course on the subject }
`;

const weeks = `# An id stays as it is when its text is reworded: progress is kept under it.
- number: 1
  title: First Paper
  goal: Say here what the week is for
  tasks:
    - { id: w1-read, text: Read the paper in three passes }
    - { id: w1-build, text: Build the smallest thing that shows the idea }
`;

const rhythm = `# What to do on which day. The minutes of a plan add up to its hours.
- week: 1
  plans:
    - hours: 4
      monday:
        - { minutes: 30, do: pass, paper: first-paper, pass: 1 }
        - { minutes: 60, do: pass, paper: first-paper, pass: 2 }
      wednesday:
        - { minutes: 15, do: checkin, checkin: quiz }
      saturday:
        - { minutes: 60, do: task, task: w1-build }
        - { minutes: 30, do: notes, paper: first-paper }
        - { minutes: 10, do: cards }
      sunday:
        - { minutes: 20, do: teach-back, paper: first-paper }
        - { minutes: 15, do: checkin, checkin: progress }
`;

/** A note of a curriculum that says nothing of its own about notes. */
export const noteTemplate = `# {{title}}

- **Authors**: {{authors}}
- **Published**: {{venue}}, {{year}}
- **Link**: {{link}}

## Key idea

## How it works

## Questions
`;

const paper = `id: first-paper
name: First Paper
title: The Title of the First Paper
authors: [Ada Example, Ben Example]
year: 2024
venue: A Conference
url: https://example.org/first-paper
hours: { read: 3, implement: 2 }
`;

const guide = `record:
  version: Version of the paper that sections are cited from
  bibtex: |-
    @inproceedings{example2024first,
      title = {The Title of the First Paper},
      author = {Example, Ada and Example, Ben},
      booktitle = {A Conference},
      year = {2024}
    }
why: Say in two sentences why the paper matters. Say it for someone who has not read it.
needs:
  - { concept: A concept, why: Say what of it is needed and where. }
passes:
  - { hours: 0.5, read: [Abstract, 1 Introduction], look: [Figure 1], answer: [Which problem does the paper solve?] }
  - { hours: 1, read: [3 Method], look: [], answer: [How does the method work?] }
  - { hours: 1.5, read: [4 Experiments], look: [Table 1], answer: [Which result carries the argument?] }
glossary:
  - { term: A term, meaning: What it means in this paper. }
equations:
  - name: The central equation
    latex: 'y = f(x)'
    source: Section 3, eq. (1)
    symbols:
      - { symbol: 'y', meaning: 'Say what it is and give its shape.' }
      - { symbol: 'f', meaning: 'Say what it does.' }
      - { symbol: 'x', meaning: 'Say what it is and give its shape.' }
later: []
misreadings:
  - claim: What a quick reader takes away.
    instead: What the paper says.
    source: Section 4
prompts:
  - { section: Key idea, prompt: Ask here what this paper's note must answer. }
teachBack:
  prompt: Explain the paper to a friend, without notes, in two minutes.
  points:
    - the problem
    - what was tried before
    - the idea
    - how it works
    - the result that shows it
    - where it does not hold
links: []
`;

const deck = `- id: problem
  kind: recall
  front: Which problem does the paper solve?
  back: Put the answer here, in one or two sentences.
  source: Section 1
- id: why-it-works
  kind: derive
  front: Why does the idea solve it?
  back: Put the step of reasoning here.
  source: Section 3, eq. (1)
- id: compared
  kind: compare
  front: What does it do differently from the method before it?
  back: Put the difference here.
  source: Section 2
`;

const facts = `- model: The model
  parameters: { value: 1000000, source: Section 4 }
`;
