import { condition } from '@accord/contracts/code-lists';
import { Public } from '@accord/service/authentication';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { conditionTexts } from './texts.js';

const languages = ['fr', 'en'] as const;
const query = z.strictObject({ language: z.enum(languages).optional() });
const definedCondition = z
  .object({ id: condition, language: z.enum(languages), title: z.string(), definition: z.string() })
  .meta({ title: 'DefinedCondition' });

@Controller('v1/conditions')
@ApiTags('agreements')
export class ConditionsController {
  /** What an agreement may ask of a partner: the partner declares it, the operator confirms it. */
  @Get()
  @Public()
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(definedCondition) }) })
  list(@Query({ schema: query }) { language }: z.infer<typeof query>) {
    const shown = languages.filter((one) => language === undefined || one === language);
    return {
      items: condition.options.flatMap((id) => shown.map((one) => ({ id, language: one, ...conditionTexts[id][one] }))),
    };
  }
}
