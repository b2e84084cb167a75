import type { Pace } from '@accord/receipts/webhook-retry';

const S = 1_000;
const MINUTE = 60 * S;

/** At the latest after this a refused posting is asked for again; sooner at a newer version. */
const REFUSED_MS = 5 * MINUTE;
const FIRST_ASK_AGAIN_MS = 100;
const LONGEST_ASK_AGAIN_MS = 5 * S;
const NOT_READY_MS = S;

/** Spread over the last two of the five minutes, so that many refused at once are not asked for at once. */
export const refusalWaitMs = (pace: Pace): number => REFUSED_MS * (0.6 + 0.4 * pace.random) * pace.scale;

/** Doubles with each `retry` in a row: a stop may be under way for long. Not scaled: it is our own gate that is asked. */
export const askAgainWaitMs = (asks: number, pace: Pace): number =>
  Math.min(FIRST_ASK_AGAIN_MS * 2 ** Math.min(asks, 16), LONGEST_ASK_AGAIN_MS) * (0.5 + 0.5 * pace.random);

export const notReadyWaitMs = (pace: Pace): number => NOT_READY_MS * (0.5 + 0.5 * pace.random);
