// The pages of people: the way in, one's own settings, persons and offices, the administrator's desk.
import type { SitePage } from '#web/site.ts'

const door = { open: true, plain: true }
const link = () => import('./door/link.tsx')

export const pages: SitePage[] = [
  { path: '/sign-in', page: () => import('./door/sign-in.tsx'), ...door },
  ...['first', 'link', 'reset', 'invitation'].map((purpose) => ({ path: `/sign-in/${purpose}`, page: link, ...door })),
  { path: '/settings', page: () => import('./settings/profile.tsx') },
  { path: '/settings/security', page: () => import('./settings/security.tsx') },
  { path: '/settings/people', page: () => import('./settings/people.tsx') },
  { path: '/settings/outbox', page: () => import('./settings/outbox.tsx') },
  { path: '/settings/installation', page: () => import('./settings/installation.tsx') },
  { path: '/people/$id', page: () => import('./person/person.tsx') },
]
