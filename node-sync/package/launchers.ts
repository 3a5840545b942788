import { notStarted, notUnpacked } from "../src/wording/launch";

/**
 * The two files of a package that Windows starts. They are ASCII, which every code page reads alike, with line ends of Windows.
 * What is wrong Node says in Chinese; only what keeps Node from starting they say themselves, through PowerShell, which reads
 * `\uXXXX`.
 */

/** For a double-click: opens the page, and stays open when there is something to read. 3 is `LaunchExit`. */
export const doubleClick = batch(`
if not exist "%~dp0node.exe" goto :unpack
if not exist "%~dp0program\\start.mjs" goto :unpack
"%~dp0node.exe" "%~dp0program\\start.mjs" "%~1"
if %errorlevel% equ 0 exit /b 0
if %errorlevel% equ 3 goto :wait
${spoken(notStarted, "anpei could not start. It needs Windows 10 or newer, 64 bit.")}
goto :wait
:unpack
${spoken(notUnpacked, "Please unpack the whole archive first.")}
:wait
pause >nul
exit /b 1
`);

/** For a command prompt: the command line. It says by which launcher it was started, for what is to be typed next. */
export const commandLine = batch(`
set "ANPEI_LAUNCHER=%~f0"
"%~dp0node.exe" "%~dp0program\\anpei.mjs" %*
`);

function batch(lines: string): string {
  return `@echo off\nsetlocal\n${lines.trim()}\n`.replaceAll("\n", "\r\n");
}

/** The sentence as PowerShell writes it; where there is none, the other one. */
function spoken(sentence: string, otherwise: string): string {
  const escaped = sentence.replace(/[^A-Za-z0-9 ]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `powershell -NoProfile -Command "[regex]::Unescape('${escaped}')" || echo ${otherwise}`;
}
