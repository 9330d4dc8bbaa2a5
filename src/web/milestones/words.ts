/** What milestones and rewards say. */
export const milestoneWords = {
  milestonesTitle: "Milestones, rewards and resources",
  milestoneExercises: "Milestones that your code can verify",
  milestoneExercisesIs:
    "Each runs your own model on a source whose entropy is known, so the best possible result is known too.",
} as const;
