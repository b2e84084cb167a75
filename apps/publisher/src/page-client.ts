import type { Answered, SafeOutcome } from '@accord/safe-http/outcome';
import { SafeHttp } from '@accord/safe-http/safe-http';
import type { SafeHttpOptions } from '@accord/safe-http/settings';
import type { OnApplicationShutdown } from '@nestjs/common';

import { htmlOf } from './domain/page-bytes.js';
import type { Look } from './domain/probe-verdict.js';
import { ROBOT, type RobotsRules, robotsRules } from './domain/robots-rules.js';
import { ExpiringCache } from './expiring-cache.js';

const KIB = 1_024;
const MOST_REDIRECTS = 3;
const MOST_ROBOTS_REDIRECTS = 5;
/** RFC 9309 §2.4: no longer. One that could not be had is asked for again with the next page. */
const ROBOTS_KEPT_MS = 24 * 3_600_000;

export interface Looked {
  readonly look: Look;
  /** What the site's robots.txt asks to be left between two requests. */
  readonly crawlDelayMs?: number;
}

/** Reads the pages where partners say that ads show, as a robot that obeys robots.txt; it sends nothing of an offer. */
export class PageClient implements OnApplicationShutdown {
  private readonly http: SafeHttp;
  private readonly robots = new ExpiringCache<RobotsRules>({ most: 1_000, ttlMs: ROBOTS_KEPT_MS });

  constructor(reach: SafeHttpOptions) {
    this.http = new SafeHttp({
      ...reach,
      userAgent: `${ROBOT} (looks whether ads that were withdrawn are gone)`,
      maxReplyBytes: 1_024 * KIB,
      keepReplyBytes: 512 * KIB,
      maxConnectionsPerOrigin: 1,
    });
  }

  /** Never rejects. Redirects within the host are followed, each by the rules of its own origin. */
  async look(address: string): Promise<Looked> {
    let url = address;
    let crawlDelayMs: number | undefined;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const rules = await this.rulesOf(url);
      crawlDelayMs = rules.crawlDelayMs ?? crawlDelayMs;
      if (!rules.mayRead(url)) return { look: none('robots'), crawlDelayMs };
      const outcome = await this.http.get(url, { headers: { accept: 'text/html, */*;q=0.1' } }).done;
      if (outcome.kind !== 'answered') return { look: none(outcome.reason), crawlDelayMs };
      const next = redirected(outcome, url);
      if (next === undefined) return { look: pageOf(outcome, url), crawlDelayMs };
      if (hostOf(next) !== hostOf(address)) return { look: none('elsewhere'), crawlDelayMs };
      url = next;
    }
    return { look: none('redirects'), crawlDelayMs };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.http.cutAll('shutdown');
    await this.http.close();
  }

  private async rulesOf(url: string): Promise<RobotsRules> {
    const address = new URL('/robots.txt', url).href;
    const kept = this.robots.get(address);
    if (kept !== undefined) return kept;
    const answer = await this.robotsAt(address);
    const rules = robotsRules(address, answer);
    if (answer !== undefined && answer.status < 500) this.robots.set(address, rules);
    return rules;
  }

  /** RFC 9309 §2.3.1.2: redirects lead to the rules too, to another host as well. One that never ends is no answer. */
  private async robotsAt(address: string): Promise<{ readonly status: number; readonly text: string } | undefined> {
    let url: string | undefined = address;
    for (let hop = 0; hop <= MOST_ROBOTS_REDIRECTS && url !== undefined; hop += 1) {
      const outcome: SafeOutcome = await this.http.get(url).done;
      if (outcome.kind !== 'answered') return undefined;
      url = redirected(outcome, url);
      if (url === undefined) return { status: outcome.status, text: outcome.body.toString('utf8') };
    }
    return undefined;
  }
}

const none = (why: string): Look => ({ kind: 'none', why });

function redirected({ status, headers }: Answered, url: string): string | undefined {
  const isRedirect = [301, 302, 303, 307, 308].includes(status) && headers.location !== undefined;
  return isRedirect ? URL.parse(headers.location ?? '', url)?.href : undefined;
}

function pageOf({ status, headers, body, truncated }: Answered, url: string): Look {
  const encoding = headers['content-encoding'] ?? 'identity';
  const html = encoding === 'identity' ? htmlOf(body, headers['content-type']) : undefined;
  // A page that is gone need not be readable.
  if (html === undefined && status === 200) return none(encoding === 'identity' ? 'not-html' : 'encoded');
  return { kind: 'page', status, url, html: html ?? '', whole: !truncated };
}

/** With and without `www` it is one site. */
const hostOf = (url: string): string => new URL(url).host.replace(/^www\./, '');
