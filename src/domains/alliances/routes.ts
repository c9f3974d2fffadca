// Each promise meets its function. How a table becomes a file is told by the house that mounts these.
import { serve, type Looking, type Routes } from '#platform/http/serve.ts'
import {
  appoint, changeAlliance, changeNews, changeOfficer, foundAlliance, giveStanding, publish, removeNews, removeOfficer, takeBackStanding,
} from './actions.ts'
import { alliancesApi } from './api.ts'
import { alliancesTable, membersTable, type WriteTable } from './tables.ts'
import { belongingsOf, findAlliance, listAlliances, listMembers, listNews, namedPostsAt, placesOf, standingsOf } from './store.ts'

export const allianceRoutes = (write: WriteTable): Routes => serve(alliancesApi, {
  list: (at, { query }) => listAlliances(at.db, at.viewer, query),
  export: async (at, { query: { format, ...filter } }) => write(format, await alliancesTable(at.db, at.viewer, filter)),
  found: (at, { body }) => foundAlliance(at, body),
  read: (at, { params }) => seen(at, params.id),
  change: (at, { params, body }) => changeAlliance(at, params.id, body),

  members: async (at, { params, query }) => listMembers(at.db, await seen(at, params.id), query),
  places: async (at, { params }) => placesOf(at.db, (await seen(at, params.id)).id),
  exportMembers: async (at, { params, query: { format, ...filter } }) => write(format, await membersTable(at.db, await seen(at, params.id), filter)),
  history: async (at, { params }) => standingsOf(at.db, (await seen(at, params.id)).id, params.organisationId),
  giveStanding: (at, { params, body }) => giveStanding(at, params.id, body),
  takeBackStanding: (at, { params }) => takeBackStanding(at, params.id, params.standingId),

  appoint: (at, { params, body }) => appoint(at, params.id, body),
  changeOfficer: (at, { params, body }) => changeOfficer(at, params.id, params.officerId, body),
  removeOfficer: (at, { params }) => removeOfficer(at, params.id, params.officerId),

  news: async (at, { params, query }) => listNews(at.db, (await seen(at, params.id)).id, query),
  publish: (at, { params, body }) => publish(at, params.id, body),
  changeNews: (at, { params, body }) => changeNews(at, params.id, params.newsId, body),
  removeNews: (at, { params }) => removeNews(at, params.id, params.newsId),

  ofOrganisation: (at, { params }) => belongingsOf(at.db, at.viewer, params.id),
  namedPosts: (at, { params }) => namedPostsAt(at.db, params.id),
})

const seen = ({ db, viewer }: Pick<Looking, 'db' | 'viewer'>, id: string) => findAlliance(db, viewer, id)
