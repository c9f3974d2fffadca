// The places of the site, in the order a day goes.
import type { IconName } from '../ui/icon.tsx'

export type Place = { to: string; word: string; icon: IconName }

export const places: Place[] = [
  { to: '/', word: 'web.places.today', icon: 'today' },
  { to: '/organisations', word: 'web.places.organisations', icon: 'organisations' },
  { to: '/agreements', word: 'web.places.agreements', icon: 'agreements' },
  { to: '/drafts', word: 'web.places.drafts', icon: 'draft' },
  { to: '/alliances', word: 'web.places.alliances', icon: 'alliances' },
  { to: '/bodies', word: 'web.places.bodies', icon: 'person' },
  { to: '/calendar', word: 'web.places.calendar', icon: 'today' },
  { to: '/import', word: 'web.places.import', icon: 'import' },
  { to: '/settings', word: 'web.places.settings', icon: 'settings' },
]
