import { PROJECT_NUMBER } from "./accounts/accounts";
import { ApiError } from "./api-error";
import type { Clock } from "./clock";

const MINUTE = 60_000;
const PER_PROJECT = 300;
const PER_USER = 60;

/** Reads and writes are counted apart: https://developers.google.com/workspace/sheets/api/limits */
export type Metric = "Read" | "Write";

interface Bucket {
  since: number;
  used: number;
}

/** Requests of the Sheets API in a minute: 300 in a project, 60 of a user. A minute begins with the first request in it. */
export class Quota {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly clock: Clock) {}

  /** Counts a request, or refuses it; what is refused does not count. */
  take(metric: Metric, user: string): void {
    const project = this.bucket(metric);
    const own = this.bucket(`${metric} ${user}`);
    if (own.used >= PER_USER) throw exceeded(metric, " per user", "PerUser", PER_USER, "1/min/{project}/{user}");
    if (project.used >= PER_PROJECT) throw exceeded(metric, "", "PerProject", PER_PROJECT, "1/min/{project}");
    own.used += 1;
    project.used += 1;
  }

  private bucket(name: string): Bucket {
    let bucket = this.buckets.get(name);
    const now = this.clock.now();
    if (!bucket || bucket.since + MINUTE <= now) {
      bucket = { since: now, used: 0 };
      this.buckets.set(name, bucket);
    }
    return bucket;
  }
}

function exceeded(metric: Metric, whose: string, limit: string, value: number, unit: string): ApiError {
  const service = "sheets.googleapis.com";
  const message =
    `Quota exceeded for quota metric '${metric} requests' and limit '${metric} requests per minute${whose}' ` +
    `of service '${service}' for consumer 'project_number:${PROJECT_NUMBER}'.`;
  const metadata = {
    service,
    consumer: `projects/${PROJECT_NUMBER}`,
    quota_metric: `${service}/${metric.toLowerCase()}_requests`,
    quota_limit: `${metric}RequestsPerMinute${limit}`,
    quota_limit_value: String(value),
    quota_location: "global",
    quota_unit: unit,
  };
  return new ApiError("RESOURCE_EXHAUSTED", message, [
    { "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason: "RATE_LIMIT_EXCEEDED", domain: "googleapis.com", metadata },
  ]);
}

/** The answer of a full bucket, for faults on demand. */
export function quotaExceeded(metric: Metric = "Read"): ApiError {
  return exceeded(metric, " per user", "PerUser", PER_USER, "1/min/{project}/{user}");
}
