// The pages of organisations.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/organisations', page: () => import('./organisations.tsx') },
  { path: '/organisations/new', page: () => import('./new-organisation.tsx') },
  { path: '/organisations/duplicates', page: () => import('./duplicates.tsx') },
  { path: '/organisations/$id', page: () => import('./organisation.tsx') },
  { path: '/organisations/$id/change', page: () => import('./change.tsx') },
  { path: '/organisations/$id/merge', page: () => import('./merge.tsx') },
]
