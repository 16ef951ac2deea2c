@echo off
rem Starts wa-serverless. Exit code 4 says that it could not be started; any other is the analyzer's own.
setlocal
set "JAR=%~dp0..\lib\wa-serverless.jar"
if not exist "%JAR%" goto nojar
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (for %%J in (java.exe) do set "JAVA=%%~$PATH:J")
if defined JAVA if exist "%JAVA%" goto run
if defined JAVA_HOME goto nohome
echo wa-serverless: Java 17 or newer is needed: set JAVA_HOME or put java on the PATH 1>&2
exit /b 4
:nojar
echo wa-serverless: "%JAR%" is missing 1>&2
exit /b 4
:nohome
echo wa-serverless: JAVA_HOME is "%JAVA_HOME%", which has no bin\java.exe 1>&2
exit /b 4
:run
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:C1MaxInlineSize=20 -Xmn32m -Xshare:auto -Xlog:disable -Xlog:all=error,cds=off:stderr -jar "%JAR%" %*
exit /b %ERRORLEVEL%
