// The long work of organisations.
import type { Worker } from '#platform/jobs/work.ts'
import type { Desk } from './desk.ts'
import { duplicateSearch } from './duplicate-search.ts'
import type { ReadRegister } from './model.ts'
import { registerImport } from './register-import.ts'

export const organisationWorkers = (services: { desk: Desk; readRor: ReadRegister }): Worker[] =>
  [registerImport(services.readRor) as Worker, duplicateSearch(services.desk) as Worker]
