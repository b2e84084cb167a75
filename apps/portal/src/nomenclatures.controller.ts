import {
  drivingLicences,
  experienceRequirements,
  languageLevels,
  qualifications,
  requirementLevels,
  trainingLevels,
  workforceBands,
} from '@accord/reference-data/code-lists';
import { contractNatureLabels, contractTypeLabels } from '@accord/reference-data/contract-types';
import { allOccupations } from '@accord/reference-data/occupations';
import { allSectors } from '@accord/reference-data/sectors';
import { allDepartments, allEmploymentAreas, allRegions } from '@accord/reference-data/territories';
import { Public } from '@accord/service/authentication';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

const entry = z.object({ code: z.string(), label: z.string() });
type Entry = z.infer<typeof entry>;

const ofRecord = (labels: Readonly<Record<string, string>>): Entry[] =>
  Object.entries(labels).map(([code, label]) => ({ code, label }));

/** Each list is made once, when somebody asks for it. */
const lists = {
  occupations: () => allOccupations().map(({ code, label }) => ({ code, label })),
  sectors: () => allSectors().map(({ code, label }) => ({ code, label })),
  departments: () => allDepartments().map(({ code, name }) => ({ code, label: name })),
  regions: () => allRegions().map(({ code, name }) => ({ code, label: name })),
  'employment-areas': () => allEmploymentAreas().map(({ code, name }) => ({ code, label: name })),
  'contract-types': () => ofRecord(contractTypeLabels),
  'contract-natures': () => ofRecord(contractNatureLabels),
  experience: () => experienceRequirements.entries,
  requirement: () => requirementLevels.entries,
  qualifications: () => qualifications.entries,
  'training-levels': () => trainingLevels.entries,
  'language-levels': () => languageLevels.entries,
  'driving-licences': () => drivingLicences.entries,
  'workforce-bands': () => workforceBands.entries,
} satisfies Record<string, () => Entry[]>;

type ListName = keyof typeof lists;
const isListName = (name: string): name is ListName => name in lists;
const listName = z.string().refine(isListName, `one of ${Object.keys(lists).join(', ')}`);

@ApiTags('nomenclatures')
@Public()
@Controller('v1/nomenclatures')
export class NomenclaturesController {
  @ApiOperation({ summary: 'A code list, whole' })
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(entry) }) })
  @Header('cache-control', 'public, max-age=86400')
  @Get(':list')
  read(@Param('list', { schema: listName }) list: ListName) {
    return { items: lists[list]() };
  }
}
