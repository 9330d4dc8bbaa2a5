/** What the hub counts, in Prometheus' text form. */

export interface Counts {
  entries: number;
  /** By status. */
  readonly requests: Map<number, number>;
  seconds: number;
}

export const noCounts = (): Counts => ({ entries: 0, requests: new Map(), seconds: 0 });

export function metricsText({ entries, requests, seconds }: Counts): string {
  const all = [...requests.values()].reduce((sum, one) => sum + one, 0);
  return [
    "# HELP study_hub_entries_total Entries that were added.",
    "# TYPE study_hub_entries_total counter",
    `study_hub_entries_total ${entries}`,
    "# HELP study_hub_requests_total Requests by status.",
    "# TYPE study_hub_requests_total counter",
    ...[...requests].map(
      ([status, count]) => `study_hub_requests_total{status="${status}"} ${count}`,
    ),
    "# HELP study_hub_request_seconds Time spent on requests.",
    "# TYPE study_hub_request_seconds summary",
    `study_hub_request_seconds_sum ${seconds}`,
    `study_hub_request_seconds_count ${all}`,
    "",
  ].join("\n");
}
