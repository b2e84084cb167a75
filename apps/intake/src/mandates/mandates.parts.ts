import type { Provider, Type } from '@nestjs/common';

import { ActFor } from './act-for.js';
import { EmployerGuard } from './acting.js';
import { ChangeMandate } from './change-mandate.js';
import { GiveMandate } from './give-mandate.js';
import { MandateStore } from './mandate.store.js';
import { MandatesController } from './mandates.controller.js';
import { ShowMandates } from './show-mandates.js';

/** Who acts for whom. */
export const mandateControllers: Type[] = [MandatesController];
export const mandateProviders: Provider[] = [
  MandateStore,
  ActFor,
  EmployerGuard,
  GiveMandate,
  ChangeMandate,
  ShowMandates,
];
