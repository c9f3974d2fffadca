// The tables of reviews.
import { whenMerged } from '#domains/organisations/store.ts'
import type { NewArea } from './area-model.ts'
import type { Challenge } from './challenge-model.ts'
import type { Review } from './model.ts'

declare module '#platform/db/database.ts' {
  interface Tables { challenge: Challenge; newArea: NewArea; review: Review }
}

whenMerged({ table: 'challenge', column: 'owner_id', key: ['id'] })
whenMerged({ table: 'new_area', column: 'side_id', key: ['id'] })
whenMerged({ table: 'review', column: 'side_id', key: ['id'] })
