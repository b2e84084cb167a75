import { Public } from '@accord/service/authentication';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { publicAd } from './domain/public-ad.js';
import { searchQuery, type SearchQuery } from './domain/search-query.js';
import { ReadAd } from './read-ad.js';
import { SearchAds } from './search-ads.js';

const adPage = z.object({ items: z.array(publicAd), next: z.string().optional() }).meta({ title: 'AdPage' });

@ApiTags('ads')
@Public()
@Controller('v1/ads')
export class AdsController {
  constructor(
    private readonly searchAds: SearchAds,
    private readonly readAd: ReadAd,
  ) {}

  @ApiOperation({ summary: 'Find ads by words, occupation, contract and place, newest first' })
  @ApiOkResponse({ standardSchema: adPage })
  @Get()
  search(@Query({ schema: searchQuery }) query: SearchQuery) {
    return this.searchAds.execute(query);
  }

  @ApiOperation({ summary: 'Read one ad, with its contact; 410 once it is gone' })
  @ApiOkResponse({ standardSchema: publicAd })
  @Get(':id')
  read(@Param('id', { schema: z.uuid() }) id: string) {
    return this.readAd.execute(id);
  }
}
