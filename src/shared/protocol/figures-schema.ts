import * as v from 'valibot';
import { METHOD_NAMES } from '../methods';
import { STUDIES, type StudyResults } from './panel';

export const numberSchema = v.pipe(v.number(), v.finite());
export const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

export const method = v.picklist(METHOD_NAMES);

export const study = v.picklist(STUDIES);

/** Studies of an explanation. Their content is not checked: it comes from our own host, and no page keeps it over a reload. */
export const studyResultsSchema = v.looseObject({}) as unknown as v.GenericSchema<unknown, StudyResults>;
