/// <reference path="./robots-parser.d.ts" />
import robotsParser from 'robots-parser';

/** Who we are to a site's robots.txt. */
export const ROBOT = 'Accord';

/** What a site allows a robot. */
export interface RobotsRules {
  mayRead(url: string): boolean;
  /** Between two requests, where it says so. */
  readonly crawlDelayMs?: number;
}

const LONGEST_DELAY_MS = 3_600_000;

const open: RobotsRules = { mayRead: () => true };
const shut: RobotsRules = { mayRead: () => false };

/**
 * By RFC 9309: none there (4xx) allows everything; one that cannot be had (5xx, no answer) allows nothing for now.
 * @param address of the robots.txt
 * @param answer undefined: there was none
 */
export function robotsRules(address: string, answer: { readonly status: number; readonly text: string } | undefined) {
  if (answer === undefined || answer.status >= 500 || answer.status === 429) return shut;
  if (answer.status !== 200) return open;
  const robots = robotsParser(address, answer.text);
  const seconds = robots.getCrawlDelay(ROBOT);
  const rules: RobotsRules = {
    mayRead: (url) => robots.isAllowed(url, ROBOT) ?? true,
    ...(seconds !== undefined && seconds > 0 && { crawlDelayMs: Math.min(seconds * 1_000, LONGEST_DELAY_MS) }),
  };
  return rules;
}
