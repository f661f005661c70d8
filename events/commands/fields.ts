import { z } from 'zod';

/** OpenIM leaves out what is empty, or says null: both are read as empty. What is of another type is no callback. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
export const number = z
  .number()
  .nullish()
  .transform((value) => value ?? 0);
export const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);
export const texts = z
  .array(text)
  .nullish()
  .transform((value) => value ?? []);
export const numbers = z
  .array(number)
  .nullish()
  .transform((value) => value ?? []);

/** Where null means "not touched". */
export const perhapsText = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
export const perhapsNumber = z
  .number()
  .nullish()
  .transform((value) => value ?? null);
