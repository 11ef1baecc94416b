@echo off
rem Builds Manumit when its sources are newer than the last build, then runs it.
rem Environment:
rem   JAVA_HOME             a JDK 25 or newer, where it is not found by itself
rem   MANUMIT_JAVA_OPTIONS  further options of the Java machine
rem   MANUMIT_NO_BUILD      when set, runs the last build even when sources are newer
setlocal EnableExtensions DisableDelayedExpansion
set "LEAST=25"
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"
set "DIST=%ROOT%\app\target\dist"
set "LOCK=%ROOT%\app\target\build.lock"

call :find_java
if not defined JAVA_FOUND goto :no_java

if not exist "%ROOT%\pom.xml" goto :run
if defined MANUMIT_NO_BUILD goto :run
call :stale
if errorlevel 1 goto :run
call :build
if errorlevel 1 exit /b 1

:run
set "CACHE="
if exist "%DIST%\start.aot" set CACHE="-XX:AOTCache=%DIST%\start.aot"
if "%~1"=="--version" set "CACHE="
if "%~1"=="--help" set "CACHE="
"%JAVA_FOUND%\bin\java.exe" %CACHE% "@%DIST%\manumit.args" %MANUMIT_JAVA_OPTIONS% org.manumit.app.main.Manumit %*
exit /b %ERRORLEVEL%

rem Sets JAVA_FOUND to the first Java home that is new enough and can compile, where there is something to compile.
:find_java
set "JAVA_FOUND="
call :try "%ROOT%\runtime"
if defined JAVA_HOME call :try "%JAVA_HOME:"=%"
for /f "delims=" %%J in ('where java 2^>nul') do call :try "%%~dpJ.."
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\.m2\jdks\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*") do call :try "%%~D"
for /d %%D in ("%USERPROFILE%\scoop\apps\*jdk*") do call :try "%%~D\current"
exit /b 0

:try
if defined JAVA_FOUND exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
if exist "%ROOT%\pom.xml" if not defined MANUMIT_NO_BUILD if not exist "%~1\bin\javac.exe" exit /b 0
for /f "usebackq tokens=1,2 delims==" %%K in ("%~1\release") do (
  if "%%~K"=="JAVA_VERSION" for /f "tokens=1 delims=.-+" %%M in ("%%~L") do if %%M GEQ %LEAST% set "JAVA_FOUND=%~f1"
)
exit /b 0

:no_java
echo manumit: needs Java %LEAST% or newer (a JDK), and found none. 1>&2
echo manumit: Install the Temurin JDK %LEAST% from https://adoptium.net ^(winget install EclipseAdoptium.Temurin.%LEAST%.JDK^), or set JAVA_HOME to where one is. 1>&2
exit /b 1

rem Status 0 when something to build has changed since the last build, or there was none, or it stands elsewhere now.
:stale
if not exist "%DIST%\built" exit /b 0
if not exist "%DIST%\manumit.args" exit /b 0
set "BUILT="
set /p BUILT=<"%DIST%\built"
if not "%BUILT%"=="%ROOT%" exit /b 0
powershell -NoProfile -NonInteractive -Command "$b=(Get-Item -LiteralPath $env:DIST\built).LastWriteTimeUtc; $new=@(Get-ChildItem -LiteralPath $env:ROOT -Filter pom.xml) + @(Get-ChildItem -Path $env:ROOT\*\pom.xml) + @(Get-ChildItem -Path $env:ROOT\*\src\main -Recurse) | Where-Object { $_.LastWriteTimeUtc -gt $b } | Select-Object -First 1; if ($new) { exit 0 } else { exit 1 }"
exit /b %ERRORLEVEL%

:build
if not exist "%ROOT%\app\target" mkdir "%ROOT%\app\target"
set "TOLD="
:wait_for_lock
mkdir "%LOCK%" 2>nul && goto :locked
if not defined TOLD echo manumit: another launch is building; waiting for it ^(if none is, delete "%LOCK%"^) 1>&2
set "TOLD=yes"
ping -n 2 127.0.0.1 >nul
goto :wait_for_lock
:locked
call :stale
if errorlevel 1 goto :built
call :build_locked
set "STATUS=%ERRORLEVEL%"
rmdir "%LOCK%" 2>nul
exit /b %STATUS%
:built
rmdir "%LOCK%" 2>nul
exit /b 0

:build_locked
where mvn >nul 2>&1
if errorlevel 1 (
  echo manumit: needs Apache Maven 3.8 or newer to build itself, and found none. 1>&2
  echo manumit: Install it from https://maven.apache.org and put its bin folder on the PATH. 1>&2
  exit /b 1
)
if exist "%DIST%\built" (
  echo manumit: sources are newer than the last build: building 1>&2
) else (
  echo manumit: no build yet: building, which takes some minutes 1>&2
)
if not exist "%DIST%" mkdir "%DIST%"
if exist "%DIST%\lib.new" rmdir /s /q "%DIST%\lib.new"
rem Not by echo, to which an ampersand in the folder's name would mean a second command
>"%DIST%\building" (<nul set /p "=%ROOT%")
set "CALLERS_JAVA=%JAVA_HOME%"
set "JAVA_HOME=%JAVA_FOUND%"
pushd "%ROOT%"
call mvn -B -q -DskipTests -Dspotless.check.skip=true -Pdist -pl app -am package >"%DIST%\build.log" 2>&1
set "STATUS=%ERRORLEVEL%"
popd
set "JAVA_HOME=%CALLERS_JAVA%"
if not "%STATUS%"=="0" (
  findstr /c:"ERROR" "%DIST%\build.log" 1>&2
  echo manumit: the build failed; all of what Maven said is in "%DIST%\build.log" 1>&2
  exit /b 1
)
"%JAVA_FOUND%\bin\java.exe" -XX:TieredStopAtLevel=1 -cp "%ROOT%\app\target\classes" org.manumit.app.launch.Assembly "%ROOT%\app\target"
if errorlevel 1 (
  echo manumit: the build failed; close Manumit where it is still open and try again 1>&2
  exit /b 1
)
move /y "%DIST%\building" "%DIST%\built" >nul
echo manumit: preparing for fast starts, which takes less than a minute 1>&2
start "" /b /low /wait "%JAVA_FOUND%\bin\java.exe" "@%DIST%\rehearsal.args" >"%DIST%\rehearsal.log" 2>&1
if exist "%DIST%\start.aot.new" move /y "%DIST%\start.aot.new" "%DIST%\start.aot" >nul
exit /b 0
