@echo off
rem Starts wa-serverless. Exit code 4 says that it could not be started; any other is the analyzer's own.
setlocal
set "JAR=%~dp0..\lib\wa-serverless.jar"
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
if not exist "%JAR%" (
  echo wa-serverless: %JAR% is missing 1>&2
  exit /b 4
)
where /q java.exe
if errorlevel 1 if not defined JAVA_HOME (
  echo wa-serverless: Java 17 or newer is needed: set JAVA_HOME or put java on the PATH 1>&2
  exit /b 4
)
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmn32m -Xshare:auto -Xlog:disable -Xlog:all=error,cds=off:stderr -jar "%JAR%" %*
exit /b %ERRORLEVEL%
