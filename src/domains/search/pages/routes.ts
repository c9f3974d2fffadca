// The page of the one search box.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [{ path: '/search', page: () => import('./search.tsx') }]
