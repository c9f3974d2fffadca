// What this device keeps for when there is no line: two drawers of IndexedDB, opened when first needed. Where there is none, nothing is kept.

type Drawer = 'answers' | 'outbox'
let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((done, fail) => {
    const asked = indexedDB.open('pamir', 1)
    asked.onupgradeneeded = () => { for (const drawer of ['answers', 'outbox']) asked.result.createObjectStore(drawer) }
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => { opened = undefined; fail(asked.error ?? new Error('IndexedDB')) }
  })
  return opened
}

/** One request in one transaction; done when it is on the disk, not when it was asked for. */
async function within<T>(drawer: Drawer, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await open()).transaction(drawer, mode)
  const asked = work(transaction.objectStore(drawer))
  return new Promise((done, fail) => {
    transaction.oncomplete = () => done(asked.result)
    transaction.onabort = transaction.onerror = () => fail(transaction.error ?? asked.error ?? new Error('IndexedDB'))
  })
}

export const canRemember = 'indexedDB' in globalThis
export const remember = (drawer: Drawer, key: string, value: unknown): Promise<unknown> => within(drawer, 'readwrite', (store) => store.put(value, key))
export const recall = <T>(drawer: Drawer, key: string): Promise<T | undefined> => within(drawer, 'readonly', (store) => store.get(key))
/** In the order of their keys: of those made of UUIDv7, the order in which they were made. */
export const recallAll = <T>(drawer: Drawer): Promise<T[]> => within(drawer, 'readonly', (store) => store.getAll())
export const forget = (drawer: Drawer, key: string): Promise<unknown> => within(drawer, 'readwrite', (store) => store.delete(key))
export const forgetAll = (drawer: Drawer): Promise<unknown> => within(drawer, 'readwrite', (store) => store.clear())
/** Changed in one transaction, so that two pages do not undo each other's change. What is not there stays away. */
export const amend = <T>(drawer: Drawer, key: string, change: (value: T) => T): Promise<unknown> => within(drawer, 'readwrite', (store) => {
  const asked = store.get(key)
  asked.onsuccess = () => { if (asked.result !== undefined) store.put(change(asked.result as T), key) }
  return asked
})
