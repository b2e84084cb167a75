export default async function stop() {
  await globalThis.accordSystem?.stop();
}
