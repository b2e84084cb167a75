import type { Provider } from '@nestjs/common';

import { NoticeStore } from './notice.store.js';
import { TellExpiries } from './tell-expiries.js';
import { WatchExpiries } from './watch-expiries.js';

/** Employers are told before an offer's last day. */
export const noticeProviders: Provider[] = [NoticeStore, TellExpiries, WatchExpiries];
