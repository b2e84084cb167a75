/** Its own declarations name a default export, which a CommonJS module does not have. */
declare module 'robots-parser' {
  interface Robots {
    isAllowed(url: string, robot?: string): boolean | undefined;
    /** In seconds. */
    getCrawlDelay(robot?: string): number | undefined;
  }
  function robotsParser(address: string, text: string): Robots;
  export = robotsParser;
}
