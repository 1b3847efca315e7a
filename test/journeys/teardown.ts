/** After all journeys: ends the browser and the server that setup.ts started. */
export default async function tearDown(): Promise<void> {
  await globalThis.journeys?.browser.close();
  await globalThis.journeys?.server.close();
}
