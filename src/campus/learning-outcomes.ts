/** Six career learning outcomes in our own words, each with the experiences that evidence it. */
import type { ExperienceKey } from "./model.ts";

interface LearningOutcome {
  readonly id: string;
  readonly label: string;
  readonly statement: string;
  readonly evidence: readonly ExperienceKey[];
}

export const learningOutcomes: readonly LearningOutcome[] = [
  {
    id: "work-with-purpose",
    label: "Apply learning at work",
    statement:
      "Students will be able to apply what they studied to a workplace task, shown by completing an internship and explaining its results to the host.",
    evidence: ["intern_done", "employer_visit"],
  },
  {
    id: "present-oneself",
    label: "Present strengths to an employer",
    statement:
      "Students will be able to explain their strengths with evidence, shown in a mock interview and in a resume tailored to a posting.",
    evidence: ["mock_interview", "resume_workshop"],
  },
  {
    id: "plan-with-mentors",
    label: "Revise a career plan with mentors",
    statement:
      "Students will be able to revise their career plan after advice, shown by comparing two versions of it with a faculty member or adviser.",
    evidence: ["SF", "advising_appointment"],
  },
  {
    id: "compare-employers",
    label: "Compare employers",
    statement:
      "Students will be able to compare employers by criteria of their own, shown by a written comparison after a career fair.",
    evidence: ["career_fair"],
  },
  {
    id: "investigate",
    label: "Investigate a question with data",
    statement:
      "Students will be able to investigate an open question with numbers, shown by a research poster presented with a faculty member.",
    evidence: ["research_done", "QR"],
  },
  {
    id: "work-across-communities",
    label: "Work across communities",
    statement:
      "Students will be able to solve a problem with people unlike themselves, shown by a project abroad, in a learning community or with a community partner.",
    evidence: ["abroad_done", "learncom_done", "servcourse_done"],
  },
];
