@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Starts paybearer's command line, which is the jar beside this script. JAVA_HOME, PAYBEARER_OPTS, PAYBEARER_CONFIG and
rem PAYBEARER_CLASSPATH mean what they mean for the script without ".cmd".
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC %PAYBEARER_OPTS% -jar "%~dp0${project.build.finalName}-cli.jar" %*
exit /b %ERRORLEVEL%
