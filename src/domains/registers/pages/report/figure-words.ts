// A value of a figure in words: a state, a kind, a country, a year, a problem.
import { countryName } from '#platform/i18n/format.ts'
import type { Text } from '#platform/i18n/message.ts'
import type { Locale } from '#platform/kinds.ts'

const spoken: Record<string, (value: string, text: Text, locale: Locale) => string> = {
  states: (value, text) => text(`agreements.states.${value}`),
  kinds: (value, text) => text(`agreements.kinds.${value}`),
  countries: (value, _, locale) => countryName(value, locale),
  problems: (value, text) => text(value.replace('registers.problems.', 'registers.sorts.')),
  answers: (value, text) => text(`registers.answers.${value}`),
  partners: (_, text) => text('registers.figures.one-partner'),
}

export const figureWords = (figure: string, value: string, text: Text, locale: Locale): string => spoken[figure]?.(value, text, locale) ?? value
