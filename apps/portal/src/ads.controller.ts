import { Public } from '@accord/service/authentication';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { publicAd } from './domain/public-ad.js';
import { adPage } from './domain/request/ad-page.js';
import { searchQuery, type SearchQuery } from './domain/request/search-query.js';
import {
  kindsAsked,
  suggestionList,
  suggestionQuery,
  type SuggestionQuery,
} from './domain/request/suggestion-query.js';
import { theSuggestions } from './domain/suggest/suggestions.js';
import { ReadAd } from './read-ad.js';
import { SearchAds } from './search-ads.js';

@ApiTags('ads')
@Public()
@Controller('v1/ads')
export class AdsController {
  constructor(
    private readonly searchAds: SearchAds,
    private readonly readAd: ReadAd,
  ) {}

  @ApiOperation({ summary: 'Find ads by words and filters, best, newest or nearest first' })
  @ApiOkResponse({ standardSchema: adPage })
  @Get()
  search(@Query({ schema: searchQuery }) query: SearchQuery) {
    return this.searchAds.execute(query);
  }

  @ApiOperation({ summary: 'Complete what is typed to names of jobs, communes and skills, with their codes' })
  @ApiOkResponse({ standardSchema: suggestionList })
  @Header('cache-control', 'public, max-age=3600')
  @Get('suggestions')
  suggest(@Query({ schema: suggestionQuery }) query: SuggestionQuery) {
    return { items: theSuggestions.get().find(query.q, kindsAsked(query), query.limit) };
  }

  @ApiOperation({ summary: 'Read one ad, with its contact; 410 once it is gone' })
  @ApiOkResponse({ standardSchema: publicAd })
  @Get(':id')
  read(@Param('id', { schema: z.uuid() }) id: string) {
    return this.readAd.execute(id);
  }
}
