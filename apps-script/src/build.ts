/** Names the program that this is. The build puts it in, the same into the script and into its page. */
declare const ANPEI_BUILD: string;

export const BUILD = ANPEI_BUILD;
